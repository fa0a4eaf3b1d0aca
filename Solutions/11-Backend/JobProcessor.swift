import Channels
import Synchronization

/// Processes jobs in the background, with a queue of limited size and a fixed number of workers.
///
/// A processor has three states: new, running (after `start`), and stopped (as soon as `stop` is
/// called). It accepts jobs only while it runs. A job is processed exactly once if `submit`
/// returned `true`, and never if it returned `false`. This holds even if a stop, a cancellation or
/// the end of the five seconds comes at the moment when there is room; `submit` may then return
/// either.
///
/// Any number of tasks may call any method at any time, and processors do not affect each other. No
/// job is ever cancelled. Only tasks that process jobs may outlive the call that started them, and
/// they end after `stop`.
///
///     let crane = JobProcessor(workers: 2, capacity: 9) { crate in await lift(crate) }
///     await crane.start()
///     await crane.submit(30)   // true: crate 30 will be lifted
///     await crane.stop()       // returns when crate 30 has been lifted
///
/// All methods are `async`, so that you may use an actor inside.
public final class JobProcessor: Sendable {
  // The original closes the queue in `Stop`, while other tasks may be sending on it, and lets its
  // workers choose at random between a job and the end. Here the end has three steps, each begun
  // only after the one before: nobody else may begin to submit; those that have begun have left;
  // then the queue is closed, and workers read it to its end. A queue that is closed by the only
  // task that knows of no other sender cannot be sent on, and `for await` drops nothing.
  private enum Phase { case new, running, stopped }

  private let workerCount: Int
  private let process: @Sendable (Int) async -> Void
  private let queue: Channel<Int>
  private let phase = Mutex(Phase.new)
  private let stopping = Channel<Void>()  // closed by `stop`, for each `submit` that waits
  private let submits = WaitGroup()
  private let workers = WaitGroup()

  /// Makes a processor that is not started yet.
  ///
  /// - Parameters:
  ///   - workers: How many jobs are processed at the same time; at least one.
  ///   - capacity: How many accepted jobs can wait for a worker; at least one.
  ///   - process: Processes one job. It may call `submit`, but never calls `stop`.
  public init(
    workers: Int, capacity: Int, process: @escaping @Sendable (_ job: Int) async -> Void
  ) {
    workerCount = workers
    queue = Channel(capacity: capacity)
    self.process = process
  }

  /// Starts the workers, and returns at once.
  ///
  /// Does nothing if the processor is running or stopped.
  public func start() async {
    let isFirst = phase.withLock { phase in
      guard phase == .new else { return false }
      phase = .running
      workers.add(workerCount)  // under the lock, so that no `stop` finds zero workers in between
      return true
    }
    guard isFirst else { return }
    // `stop` waits for these tasks.
    for _ in 0..<workerCount {
      Task {
        for await job in queue { await process(job) }
        workers.done()
      }
    }
  }

  /// Submits a job, which the processor accepts or refuses.
  ///
  /// When `start` has returned, all workers are free. If a worker is free or the queue has room,
  /// the job is accepted at once. Otherwise the call waits for room, for at most five seconds. It
  /// returns `true` as soon as there is room for its job. Calls that wait may get room in any
  /// order.
  ///
  /// It returns `false` when five seconds have passed, and at once when the processor is stopped,
  /// before or during the wait. A processor that is not started refuses every job at once.
  ///
  /// If the caller is cancelled, even before the call, a call that waits ends at once with `false`.
  /// If the call does not have to wait, the job may be accepted or refused.
  ///
  /// Workers take jobs in the order in which they were accepted.
  ///
  /// - Parameter job: The number of the job; equal numbers are different jobs.
  /// - Returns: Whether the job was accepted.
  @discardableResult
  public func submit(_ job: Int) async -> Bool {
    let isOpen = phase.withLock { phase in
      // To look and to count is one step: after it, `stop` knows of this call and waits for it.
      if phase == .running { submits.add() }
      return phase == .running
    }
    guard isOpen else { return false }
    defer { submits.done() }
    return await select {
      Send(job, to: queue) { true }
      Receive(from: stopping) { _ in false }
      After(.seconds(5)) { false }  // its timer ends with the select
      Cancelled { false }
    }
  }

  /// Refuses new jobs from now on, and returns as soon as all accepted jobs are done.
  ///
  /// Every call waits for this moment, even a second call or one at the same time. Cancelling the
  /// caller changes nothing. A processor that was never started is stopped at once.
  public func stop() async {
    let before = phase.withLock { phase in
      defer { phase = .stopped }
      return phase
    }
    if before == .running {
      stopping.close()
      await submits.wait()
      queue.close()
    }
    // Not a channel: its `receive` would end early if this task were cancelled.
    await workers.wait()
  }
}
