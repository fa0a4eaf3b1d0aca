internal import CBubbleRuntime

// A thread must not block for a lock that a paused job holds: that job could never go on. The job
// that would wait in the kernel pauses instead, until the lock is free, and the others go on.

/// A job that waits for a lock.
struct LockWait {
  /// The word in which the lock keeps the number of the thread that holds it; 0 when it is free.
  var word: UnsafePointer<UInt32>
  var job: ReadyJob
}

extension BubbleRun {
  /// Lets others go on until the lock is free, or may be.
  ///
  /// - Parameters:
  ///   - word: The word of the lock.
  ///   - holder: The thread that holds it.
  /// - Returns: Whether the holder is a job of this run; otherwise nothing has happened.
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
    // Nothing is decided any more: the job that holds the lock comes first.
    if let index = indexOfPaused(where: { $0.threadID == holder }) {
      _ = run(ready.remove(at: index))
      return true
    }
    // The holder waits as well, perhaps for this job. Take the lock away, so that both end.
    UnsafeMutablePointer(mutating: word).pointee = 0
    return true
  }

  /// Lets a paused job go on: it may hold what this job is about to block its thread for.
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

  /// Makes ready the jobs whose lock is free.
  ///
  /// In a run that is over, all of them, so that tasks that wait for each other end as well.
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
