internal import CBubbleRuntime

// A lock that is held by a paused job must not block a thread: the job could never go on. What would
// wait in the kernel pauses instead, until the lock is free, and the others go on.

/// A job that waits for a lock.
struct LockWait {
  /// Where the lock keeps the number of the thread that holds it; 0 when it is free.
  var word: UnsafePointer<UInt32>
  var job: ReadyJob
}

extension BubbleRun {
  /// Lets others go on until the lock is free, or may be.
  ///
  /// - Parameters:
  ///   - word: Where the lock stands.
  ///   - holder: The thread that holds it.
  /// - Returns: Whether that was a job of this run; otherwise nothing has happened.
  func waitForLock(_ word: UnsafePointer<UInt32>, heldBy holder: Int32) -> Bool {
    guard pauses.contains(where: { $0?.threadID == holder }) else { return false }
    if phase == .body, !isLoopOver {
      if explains, currentTask >= 0 {
        tasks.details(Int(currentTask)).waitCallSite = captureCallSite()
      }
      let next = hasRoomForPause ? nil : indexOfPaused { $0.threadID == holder }
      pause(next.map { ready.remove(at: $0) }) { lockWaits.append(LockWait(word: word, job: $0)) }
      return true
    }
    // Nothing is decided any more: the job that holds it comes first.
    if let index = indexOfPaused(where: { $0.threadID == holder }) {
      _ = run(ready.remove(at: index))
      return true
    }
    // It waits as well, perhaps for this one; both shall come to their end.
    UnsafeMutablePointer(mutating: word).pointee = 0
    return true
  }

  /// Lets a job go on that has paused: it may hold what this one is about to block its thread for.
  ///
  /// - Returns: Whether there was one; otherwise nothing has happened.
  func letPausedGoOn() -> Bool {
    guard let index = indexOfPaused() else { return false }
    let next = ready.remove(at: index)
    if phase == .body, !isLoopOver {
      pause(next) { ready.append($0) }
    } else {
      _ = run(next)
    }
    return true
  }

  /// Makes jobs ready whose lock is free.
  ///
  /// In a run that is over all of them: tasks that wait for each other shall end as well.
  func admitLockWaits() {
    var left: [LockWait] = []
    for wait in lockWaits {
      if wait.word.pointee == 0 || phase == .over {
        ready.append(wait.job)
      } else {
        left.append(wait)
      }
    }
    lockWaits = left
  }
}
