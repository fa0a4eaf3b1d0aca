internal import CBubbleRuntime
internal import Synchronization

// Where an async call returns without a suspension (CallPoints.h), a task is in the middle of a job
// and cannot be suspended. To let others run there, its job pauses: it keeps its thread, with its
// stack, and another thread goes on with the loop of the run. The paused job is one of the ready
// jobs. When its turn comes, the loop goes back to its thread.
//
// Exactly one thread runs at any time: it wakes the next one, and waits to be woken itself. So
// everything that belongs to the run's thread (see `BubbleRun`) now belongs to the thread whose
// turn it is.

/// A thread that waits for its turn in the middle of a job.
final class Pause: Sendable {
  private let wakeup = WakeUpEvent()
  /// Whether this is the thread of the session, which the run returns to in the end.
  let isMain: Bool
  /// The kernel's number of the thread, which the locks that it holds contain.
  let threadID: Int32

  init(isMain: Bool) {
    self.isMain = isMain
    threadID = currentThreadID()
  }

  func end() { wakeup.signal() }
  func waitForEnd() { _ = wakeup.wait(nanoseconds: nil) }
}

/// Threads that go on with a loop whose own thread has paused; kept for the next time.
final class SpareThreads: Sendable {
  static let shared = SpareThreads()

  /// A thread that waits for work.
  private final class Spare: Sendable {
    let wakeup = WakeUpEvent()
    let work = Mutex<(@Sendable () -> Void)?>(nil)
  }

  private let idle = Mutex<[Spare]>([])

  /// Runs `work` on a thread of its own.
  func run(_ work: @escaping @Sendable () -> Void) {
    let spare = idle.withLock { $0.popLast() }
    let thread = spare ?? Spare()
    thread.work.withLock { $0 = work }
    guard spare == nil else { return thread.wakeup.signal() }
    // The thread is the bubble's own, and not one that the program has started.
    let run = bubble_run_get()
    bubble_run_set(nil)
    defer { bubble_run_set(run) }
    Thread.start { [self] in
      BubbleThreads.shared.add(bubble_thread_id())
      while true {
        thread.work.withLock { work in work.take() }?()
        idle.withLock { $0.append(thread) }
        _ = thread.wakeup.wait(nanoseconds: nil)
      }
    }
  }
}

extension BubbleRun {
  /// The most pauses of a run: two or three switches inside jobs find nearly all bugs that need
  /// any, and each costs as much as about ten jobs.
  static let mostPauses = 2

  /// The most jobs that pause at a time: each keeps a thread, whose stack counts as memory of the
  /// process.
  ///
  /// Another job that has to wait for a lock, or that runs on and on, hands over to one of these.
  private static let mostPaused = 32

  /// Whether another job can pause and a new thread go on.
  var hasRoomForPause: Bool { pauses.count { $0 != nil } < Self.mostPaused }

  /// The index of the first ready job that has paused.
  func indexOfPaused(where isWanted: (Pause) -> Bool = { _ in true }) -> Int? {
    (0..<ready.count).first { index in
      guard ready[index].pause >= 0, let pause = pauses[Int(ready[index].pause)] else {
        return false
      }
      return isWanted(pause)
    }
  }

  /// An async call has returned in the job that made it: lets another task go first, if the
  /// schedule says so.
  func callReturned() {
    guard let next = whoGoesFirst(before: currentTask, &pauseCount) else { return }
    pause(next) { ready.append($0) }
  }

  /// Takes the job that goes first where a task could go on.
  ///
  /// - Parameters:
  ///   - task: The task that could go on.
  ///   - count: How often in this run another job has gone first at such a place.
  /// - Returns: The job; `nil` lets the task go on.
  func whoGoesFirst(before task: Int32, _ count: inout Int) -> ReadyJob? {
    guard phase == .body, !isLoopOver, !ready.isEmpty else { return nil }
    counters.points += 1
    guard count < Self.mostPauses else {
      outcome.hasSkippedPauses = true
      return nil
    }
    guard let index = chooser.pause(in: ready, of: task) else { return nil }
    count += 1
    return ready.remove(at: index)
  }

  /// Continues the loop on another thread, with `next` if there is one, and waits until it is this
  /// job's turn again.
  ///
  /// - Parameters:
  ///   - next: What goes on first.
  ///   - keep: Takes the paused job, to be made ready now or later.
  func pause(_ next: ReadyJob?, keep: (ReadyJob) -> Void) {
    enqueueYieldedTask()
    let task = currentTask
    let pause = Pause(isMain: bubble_thread_token() == mainThread)
    var job = ReadyJob(paused: addPause(pause))
    job.task = task
    job.priority = chooser.priority(ofTask: task, yields: false)
    keep(job)
    let current = races_current(races)
    noteHeartbeat()
    leaveThread()
    SpareThreads.shared.run { self.goOn(with: next) }
    pause.waitForEnd()
    returnToThread()
    currentTask = task
    races_go_on(races, current)
    if task >= 0 { counters.lastTask = Int(task) }
    noteHeartbeat()
  }

  /// Goes on with the loop on this thread, which is not that of the session.
  private func goOn(with next: ReadyJob?) {
    install()
    threadID.store(currentThreadID(), ordering: .relaxed)
    var turn = next.map { run($0) } ?? .ran
    if turn == .ran { turn = runBody() }
    // After a hand-over, the run goes on elsewhere or is over: this thread must not touch it.
    if turn != .handedOver {
      isLoopOver = true
      leaveThread()
      wakeMainThread()
    }
    uninstall()
  }

  /// Goes on with a job that has paused, on its thread.
  ///
  /// - Returns: `handedOver` on every thread but that of the session, which waits for the end of
  ///   the loop and then says `ran`.
  func resume(_ job: ReadyJob) -> Turn {
    let pause = takePause(job.pause)
    let isMain = bubble_thread_token() == mainThread
    leaveThread()
    if isMain { mainPause = Pause(isMain: true) }
    let own = mainPause
    pause.end()
    guard isMain, let own else { return .handedOver }
    own.waitForEnd()
    returnToThread()
    return .ran
  }

  /// Gives the turn back to the session's thread, wherever it waits.
  private func wakeMainThread() {
    if let pause = mainPause {
      mainPause = nil
      return pause.end()
    }
    // That thread has paused in a job, which has to end before the run can be judged.
    for index in 0..<ready.count where ready[index].pause >= 0 {
      guard pauses[Int(ready[index].pause)]?.isMain == true else { continue }
      return takePause(ready.remove(at: index).pause).end()
    }
    if let index = lockWaits.firstIndex(where: { pauses[Int($0.job.pause)]?.isMain == true }) {
      return takePause(lockWaits.remove(at: index).job.pause).end()
    }
    preconditionFailure("the thread of the session waits nowhere")
  }

  /// Hands over what this thread knows of the run, before another one goes on with it.
  ///
  /// From here on it must not touch the race detector: what it still does until it waits, such as
  /// taking the lock of a wake-up, would be recorded while the other thread records, too.
  private func leaveThread() {
    outsideCalls |= outside_calls_take()
    races_set(nil)
  }

  private func returnToThread() {
    races_set(races)
    threadID.store(currentThreadID(), ordering: .relaxed)
  }

  private func addPause(_ pause: Pause) -> Int32 {
    if let free = pauses.firstIndex(where: { $0 == nil }) {
      pauses[free] = pause
      return Int32(free)
    }
    pauses.append(pause)
    return Int32(pauses.count - 1)
  }

  private func takePause(_ index: Int32) -> Pause {
    guard let pause = pauses[Int(index)] else { preconditionFailure("a pause has ended twice") }
    pauses[Int(index)] = nil
    return pause
  }
}
