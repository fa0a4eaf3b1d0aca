import Channels
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Bubble

/// Runs the jobs of an actor on a thread of Dispatch.
private final class QueueExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "quay")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  func isIsolatingCurrentContext() -> Bool? { true }
  func assertOnQueue() { dispatchPrecondition(condition: .onQueue(queue)) }
}

/// Runs tasks on a thread of Dispatch.
private final class QueueTaskExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "shore")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Lets a bubble arrive at its wait for this thread before the thread goes on.
private func waitUntilAsleep(_ thread: Int32) {
  #if os(Linux)
    while !ThreadState.isAsleep(thread) { sched_yield() }
  #endif
}

private actor Quay {
  private let executor = QueueExecutor()
  private(set) var ships = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  func enter(whenAsleep thread: Int32? = nil) {
    executor.assertOnQueue()
    if let thread { waitUntilAsleep(thread) }
    ships += 1
  }

  func nap() async throws { try await Task.sleep(for: .seconds(1)) }
}

@Suite("threads outside") struct OutsideTests {
  @Test func `a continuation may be resumed by Dispatch`() async throws {
    try await bubble(.count(5)) {
      let value = await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: 7) }
      }

      #expect(value == 7)
    }
  }

  @Test func `a continuation may be resumed by a thread`() async throws {
    try await bubble(.count(5)) {
      let value = await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: 7) }
      }

      #expect(value == 7)
    }
  }

  @Test func `a stream may be fed by a thread`() async throws {
    try await bubble(.count(5)) {
      let (ships, port) = AsyncStream.makeStream(of: Int.self)
      Thread.detachNewThread {
        for ship in 1...100 { port.yield(ship) }
        port.finish()
      }

      #expect(await ships.reduce(0, +) == 5050)
    }
  }

  /// Threads outside ask whose a task is while the run takes in new ones: once a crash.
  @Test func `threads outside may wake tasks while the bubble starts others`() async throws {
    try await bubble(.count(40)) {
      await withDiscardingTaskGroup { group in
        for index in 0..<400 {
          group.addTask {
            await withUnsafeContinuation { continuation in
              DispatchQueue.global().async { continuation.resume() }
            }
            if index.isMultiple(of: 2) { await Task {}.value }
          }
        }
      }

      #expect(Bubble.startedTasks == 600)
    }
  }

  /// While any other thread of the process runs, a run waits for it to resume a continuation.
  @Test func `threads of bubbles are known, and not waited for`() async throws {
    try await bubble(.count(1)) {
      #expect(BubbleThreads.shared.ids.contains(currentThreadID()))
    }

    #expect(!BubbleThreads.shared.ids.contains(currentThreadID()))
  }

  @Test func `a task started outside is waited for`() async throws {
    let (opened, gate) = AsyncStream.makeStream(of: Void.self)
    let outside = Task { await opened.first { _ in true } != nil }
    try await bubble(.count(3)) {
      let own = currentThreadID()
      Thread.detachNewThread {
        waitUntilAsleep(own)
        gate.yield()
      }

      #expect(await outside.value)
    }
  }

  /// In programs of channels a deadlock is what happens most; it must not take real time.
  @Test func `a thread that sends on a channel is not waited for`() async {
    let gate = DispatchSemaphore(value: 0)
    let exploration = await explore(.count(1)) {
      let berths = Channel<Int>()
      Thread.detachNewThread {
        // It could send, as far as a look at it can tell; after the bubble that would be an issue.
        if gate.wait(timeout: .distantFuture) == .timedOut { _ = berths.trySend(1) }
      }
      _ = await berths.receive()
    }
    gate.signal()

    #expect(exploration.failure?.verdict == .deadlocked)
  }

  @Test func `a task outside that never ends is named as such`() async {
    let (opened, gate) = AsyncStream.makeStream(of: Void.self)
    let outside = Task { for await _ in opened {} }
    var limits = RunLimits()
    limits.outsideWait = 1_000_000
    limits.outsideBudget = 30_000_000
    let line = #line + 1
    let body: @Sendable () async -> Void = { await outside.value }
    let exploration = await Explorer(
      schedules: .count(1), body: body, failures: { 0 }, limits: limits
    ).explore()
    gate.finish()

    #expect(
      exploration.failure?.message == """
        deadlock at t = 0 s: 1 task waits and nothing can wake it
          the test waits at OutsideTests.swift:\(line) for the end of a task outside the bubble, since t = 0 s
        look at: a task that was started outside, or has an executor of its own, runs in real time.
        """)
  }

  /// Somebody outside might resume it, so each such deadlock takes real time.
  @Test func `a handful of deadlocks on a continuation is enough`() async {
    var limits = RunLimits()
    limits.outsideWait = 1_000_000
    let body: @Sendable () async -> Void = {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    let exploration = await Explorer(
      schedules: .count(50), body: body, failures: { 0 }, limits: limits
    ).explore()

    #expect(exploration.description == "deadlocked in 5 of 5 schedules")
  }
}

@Suite("executors of one's own") struct ExecutorTests {
  @Test func `an actor keeps its executor, and the bubble waits for it`() async throws {
    try await bubble(.count(5)) {
      let quay = Quay()
      await withDiscardingTaskGroup { group in
        for _ in 0..<10 { group.addTask { await quay.enter() } }
      }

      #expect(await quay.ships == 10)
    }
  }

  @Test func `time stands still while a task is on an executor of its own`() async throws {
    try await bubble(.count(3)) {
      let quay = Quay()
      let own = currentThreadID()
      let entry = Task { await quay.enter(whenAsleep: own) }
      let alarm = Task { try await Task.sleep(for: .seconds(1)) }
      await entry.value
      #expect(Bubble.elapsed == .zero)

      try await alarm.value
      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `settling waits for a task on an executor of its own`() async throws {
    try await bubble(.count(3)) {
      let quay = Quay()
      let own = currentThreadID()
      let entry = Task { await quay.enter(whenAsleep: own) }
      await Bubble.settle()
      #expect(Bubble.liveTasks == 0)

      await entry.value
    }
  }

  @Test func `a task that ends on an executor of its own is no leak`() async throws {
    try await bubble(.count(3)) {
      let quay = Quay()
      let own = currentThreadID()
      Task { await quay.enter(whenAsleep: own) }
    }
  }

  @Test func `sleeps are virtual on an actor with an executor of its own`() async throws {
    try await bubble(.count(3)) {
      try await Quay().nap()

      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `a task with an executor preference runs there, outside, and is waited for`()
    async throws
  {
    let executor = QueueTaskExecutor()
    try await bubble(.count(3)) {
      let own = currentThreadID()
      let task = Task(executorPreference: executor) { waitUntilAsleep(own) }
      await task.value
      #expect(Bubble.startedTasks == 0)

      let ships = await withTaskGroup(of: Int.self) { group in
        group.addTask(executorPreference: executor) {
          waitUntilAsleep(own)
          return 7
        }
        return await group.reduce(0, +)
      }
      #expect(ships == 7)
    }
  }

  @Test func `the main actor has a queue of its own, beside actors with executors`() async throws {
    try await bubble(.count(3)) {
      let quay = Quay()
      let task = Task { @MainActor in
        await quay.enter()
        MainActor.assertIsolated()
      }
      await task.value

      #expect(await quay.ships == 1)
    }
  }
}

@Suite("tasks with an executor of their own") struct OwnExecutorTests {
  private final class Own: TaskExecutor {
    let queue = DispatchQueue(label: "own")

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  @Test func `a sleep on an executor of its own takes virtual time`() async {
    let exploration = await explore(.count(3)) {
      try await withTaskExecutorPreference(Own()) {
        try await Task.sleep(for: .seconds(1))
        try await Task.sleep(until: .now + .seconds(3_600), clock: .continuous)
      }
      Bubble.note(outcome: Bubble.elapsed.inSeconds)
    }

    #expect(exploration.failure == nil)
    #expect(exploration.outcomes == ["3601 s": 3])
  }

  @Test func `a task on an executor of its own sees virtual time`() async {
    let exploration = await explore(.count(3)) {
      let start = ContinuousClock.now
      try await Task.sleep(for: .seconds(5))
      let seen = await withTaskExecutorPreference(Own()) { ContinuousClock.now - start }
      Bubble.note(outcome: "\(seen)")
    }

    #expect(exploration.outcomes == ["5.0 seconds": 3])
  }

  @Test func `a sleeper outside and one inside wake in order of their times`() async {
    let exploration = await explore(.count(3)) {
      let log = Log()
      await withTaskGroup { group in
        group.addTask(executorPreference: Own()) {
          try? await Task.sleep(for: .seconds(2))
          log.add("outside")
        }
        group.addTask {
          try? await Task.sleep(for: .seconds(1))
          log.add("inside")
        }
      }
      Bubble.note(outcome: log.text)
    }

    #expect(exploration.failure?.message == nil)
    #expect(exploration.outcomes == ["inside outside": 3])
  }
}
