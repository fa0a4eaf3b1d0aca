// Apple's SDK does not have this interface: there, only the reduced mode exists.
#if os(Linux)
  @_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) internal import _Concurrency
  internal import CBubbleRuntime

  // The runtime asks these executors to run every job that has no other place to go. On a thread
  // that runs a bubble they hand the job to the bubble; elsewhere they pass it on unchanged.

  /// An executor that hands jobs to the bubble of the thread, or else to the platform's executor.
  protocol RoutingExecutor: SchedulingExecutor {
    var lane: ReadyJob.Lane { get }
    var platform: any Executor { get }
  }

  extension RoutingExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      if let run = currentRun() {
        run.enqueue(ReadyJob(job: job, lane: lane))
      } else if !ActiveRuns.shared.takesFromOutside(ReadyJob(job: job, lane: lane)) {
        platform.enqueue(job)
      }
    }

    func enqueue<C: Clock>(
      _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
    ) {
      let job = UnownedJob(job)
      if let run = currentRun() {
        // A clock with durations of its own cannot be made virtual: its sleeps take no time here.
        run.sleep(job, for: delay as? Duration ?? .zero)
      } else if !sleepsInBubble(job, for: delay as? Duration) {
        (platform as? any SchedulingExecutor)?
          .enqueue(ExecutorJob(job), after: delay, tolerance: tolerance, clock: clock)
      }
    }

    func enqueue<C: Clock>(
      _ job: consuming ExecutorJob, at instant: C.Instant, tolerance: C.Duration?, clock: C
    ) {
      let job = UnownedJob(job)
      if let run = currentRun() {
        run.sleep(job, for: clock.now.duration(to: instant) as? Duration ?? .zero)
      } else if !sleepsInBubble(job, for: clock.now.duration(to: instant) as? Duration) {
        (platform as? any SchedulingExecutor)?
          .enqueue(ExecutorJob(job), at: instant, tolerance: tolerance, clock: clock)
      }
    }
  }

  extension RoutingExecutor {
    /// Whether the current task belongs to a bubble, which then ends the sleep.
    private func sleepsInBubble(_ job: UnownedJob, for delay: Duration?) -> Bool {
      guard let delay else { return false }
      return ActiveRuns.shared.takesSleepFromOutside(
        ReadyJob(job: job, lane: lane), for: delay)
    }
  }

  /// Replaces the runtime's default executor.
  final class BubbleTaskExecutor: TaskExecutor, RoutingExecutor {
    let lane = ReadyJob.Lane.other
    let platform: any Executor = PlatformExecutorFactory.defaultExecutor
  }

  /// The executor that a task waits for, in the queue, before it enters an actor or after it has
  /// left one.
  ///
  /// A job that runs on it is suspended at each `await`, because no code of a program is isolated
  /// to it.
  final class BubbleSerialExecutor: SerialExecutor, RoutingExecutor {
    static let shared = BubbleSerialExecutor()

    let lane = ReadyJob.Lane.other
    let platform: any Executor = PlatformExecutorFactory.defaultExecutor

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      if let run = currentRun() {
        run.enqueue(ReadyJob(job: job, lane: lane, actor: actor_switch_take()))
      } else if !ActiveRuns.shared.takesFromOutside(ReadyJob(job: job, lane: lane)) {
        platform.enqueue(job)
      }
    }
  }

  /// Replaces the runtime's main executor; each bubble has a main queue of its own.
  final class BubbleMainExecutor: MainExecutor, RoutingExecutor {
    static let shared = BubbleMainExecutor()

    let lane = ReadyJob.Lane.main
    let platform: any Executor = PlatformExecutorFactory.mainExecutor
    private let platformMain = PlatformExecutorFactory.mainExecutor

    func run() throws { try platformMain.run() }
    func stop() { platformMain.stop() }
    func checkIsolated() { platformMain.checkIsolated() }
  }

  struct BubbleExecutorFactory: ExecutorFactory {
    static let mainExecutor: any MainExecutor = BubbleMainExecutor.shared
    static let defaultExecutor: any TaskExecutor = BubbleTaskExecutor()

    /// Replaces the executors of the process, once; other code notices nothing.
    static let installed: Void = {
      _createExecutors(factory: BubbleExecutorFactory.self)
      runtime_task_notice_immediate { currentRun()?.startsNow(TaskMemory(address: $0)) }
      let line = BubbleSerialExecutor.shared.asUnownedSerialExecutor()
      actor_switch_install(unsafeBitCast(line, to: ExecutorRef.self))
      bubble_clock_install { ActiveRuns.shared.clock(of: TaskMemory(address: $0)) }
      output_reader_install { run, text, length in
        let run = Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue()
        return run.takeOutput(UnsafeRawBufferPointer(start: text, count: length)) ? 1 : 0
      }
      delayed_block_install { run, nanoseconds, block in
        Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue()
          .start(DelayedBlock(block), after: .nanoseconds(Int64(clamping: nanoseconds)))
      }
      system_sleeps_install(
        { run, nanoseconds in
          Int32(
            Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().sleepBegins(nanoseconds))
        },
        { run in Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().sleepEnds() })
      call_points_install { run in
        Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().callReturned()
      }
      memory_points_install(
        { run in Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().memoryPointReached() },
        { run, kind, place in
          Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().didAccess(Int(kind), place)
        },
        { run, word, holder in
          Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue()
            .waitForLock(word, heldBy: holder) ? 1 : 0
        },
        { run in
          Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().letPausedGoOn() ? 1 : 0
        },
        { run, isTried in
          let run = Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue()
          if isTried != 0 { run.hasTriedLocks = true }
          return run.showsHeldLocks ? 1 : 0
        })
      await_points_install(
        { run in
          Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue().ready.isEmpty ? 0 : 1
        },
        { run, task in
          Unmanaged<BubbleRun>.fromOpaque(run).takeUnretainedValue()
            .scopeEnds(ofAsyncLet: TaskMemory(address: task))
        })
    }()
  }

  extension ReadyJob {
    /// The executor on which the tasks run one after the other, if there is one.
    var executor: UnsafeRawPointer? {
      switch lane {
      case .other: nil
      case .main: UnsafeRawPointer(Unmanaged.passUnretained(BubbleMainExecutor.shared).toOpaque())
      }
    }

    /// No preferred executor, as in tasks that were not given one.
    private static var noPreference: UnownedTaskExecutor {
      // Two words, an object and its table, both null in the runtime's own `undefined`.
      unsafeBitCast((UInt(0), UInt(0)), to: UnownedTaskExecutor.self)
    }

    /// Runs the job to its next suspension, on this thread.
    ///
    /// - Parameter hops: Whether each `await` is to be a suspension.
    func run(hops: Bool = false) {
      _ = bubble_job_begins()
      switch lane {
      case .other where hops:
        job.runSynchronously(on: BubbleSerialExecutor.shared.asUnownedSerialExecutor())
      case .other:
        // As a job of a task executor, not of the generic one: there the runtime would let a call
        // to an actor that is free run in place, and here each hop is a point where another task
        // may run. On a serial executor each task would hop off that one before any of its own code
        // ran.
        job.runSynchronously(on: Self.noPreference)
      case .main:
        job.runSynchronously(on: BubbleMainExecutor.shared.asUnownedSerialExecutor())
      }
    }
  }
#else
  extension ReadyJob {
    var executor: UnsafeRawPointer? { nil }
    func run(hops: Bool = false) { preconditionFailure("a bubble runs jobs on Linux only") }
  }

  enum BubbleExecutorFactory {
    static let installed: Void = ()
  }
#endif
