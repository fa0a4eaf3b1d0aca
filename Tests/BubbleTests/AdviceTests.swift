import BubblePrograms
import Channels
import Testing

@testable import Bubble

/// Explores code that is tested by this file.
private func failure(
  schedules: Schedules = .these([.firstInFirstOut]), steps: Int = 5_000,
  _ body: @escaping @Sendable () async throws -> Void
) async throws -> Exploration.Failure {
  var limits = RunLimits()
  limits.steps = steps
  limits.outsideWait = 1_000_000
  limits.outsideBudget = 30_000_000
  var explorer = Explorer(schedules: schedules, body: body, failures: { 0 }, limits: limits)
  explorer.testSource = TestSource(path: #filePath, module: "BubbleTests")
  return try #require(await explorer.explore().failure)
}

extension Exploration.Failure {
  fileprivate var lines: [String] { message.split(separator: "\n").map(String.init) }
  fileprivate var advice: String { lines.last ?? "" }
}

@Suite("advice for a deadlock") struct DeadlockAdviceTests {
  @Test func `a stop that was not heard is named, and no channel is asked to be closed`()
    async throws
  {
    let line = #line
    let failure = try await failure {
      let (requests, stop) = (Channel<Int>(), Channel<Void>())
      let server = Task { await serve(requests, until: stop) }
      try await Task.sleep(for: .seconds(2))
      stop.close()
      await server.value
    }

    #expect(failure.verdict == .deadlocked)
    #expect(
      failure.lines.contains(
        """
        the channel made at AdviceTests.swift:\(line + 2) was closed at t = 2 s; no task has received \
        from it since
        """))
    #expect(
      failure.advice == """
        look at: what should end the wait at Waiting.swift:8: another value, a close, or a cancellation?
        """)
  }

  @Test func `a permit that was not given back is not asked for its receiver alone`() async throws {
    let line = #line
    let failure = try await failure {
      let berths = Channel<Void>(capacity: 1)
      await useBerth(berths)
      await useBerth(berths)
    }

    #expect(
      failure.message == """
        deadlock at t = 0 s: 1 task waits and nothing can wake it
          your function waits to send at Waiting.swift:15 on the channel made at \
        AdviceTests.swift:\(line + 2), since t = 0 s; no one has received from it
        look at: what should end the wait at Waiting.swift:15: a receiver, a free place, or a \
        cancellation?
        """)
  }

  @Test func `a function that returned too early is told so first`() async throws {
    let line = #line
    let failure = try await failure {
      let crates = Channel<Int>()
      await startNothing(crates)
      await crates.send(1)
      await Task.yield()
    }

    #expect(
      failure.message == """
        deadlock at t = 0 s: your function has returned, and 1 task waits and nothing can wake it
          the test waits to send at AdviceTests.swift:\(line + 4) on the channel made at \
        AdviceTests.swift:\(line + 2), since t = 0 s; no one has received from it
        look at: what should your function have done before it returned? The test waits at \
        AdviceTests.swift:\(line + 4).
        """)
  }

  @Test func `a function that waits in its last line has not returned`() async throws {
    let failure = try await failure {
      let crates = Channel<Int>()
      await workLast { await crates.send(1) }
    }

    #expect(failure.lines.first == "deadlock at t = 0 s: 1 task waits and nothing can wake it")
    #expect(failure.lines[1].hasPrefix("  your function waits to send at AdviceTests.swift"))
  }

  @Test func `what the function's own task waits for comes first, with who called the test's code`()
    async throws
  {
    let line = #line
    let failure = try await failure {
      let crates = Channel<Int>()
      let caller = Task {
        await workElsewhere { await crates.send(1) }
      }
      await caller.value
      await Task.yield()
    }

    #expect(
      failure.lines[1].hasPrefix(
        """
          task 2, started at AdviceTests.swift:\(line + 3), waits at Waiting.swift:26 for the end of \
        task 3
        """))
    #expect(failure.lines[2].hasPrefix("  task 3, started at Waiting.swift:25, waits to send at "))
    #expect(failure.lines[3].hasPrefix("  the test waits at AdviceTests.swift"))
  }

  @Test func `an unclosed queue is not answered with the wait group`() async throws {
    let failure = try await failure {
      let jobs = Channel<Int>()
      await work(jobs, workers: 2)
      await Task.yield()
    }

    #expect(
      failure.advice == """
        look at: what should end the wait at Waiting.swift:47: another value, a close, or a cancellation?
        """)
  }

  @Test func `a cancellation that stops on its way names the task that it did not reach`()
    async throws
  {
    let line = #line
    let failure = try await failure {
      let caller = Task {
        await workElsewhere { _ = await Channel<Int>().receive() }
      }
      try await Task.sleep(for: .seconds(1))
      caller.cancel()
      await caller.value
    }

    #expect(
      failure.lines.contains(
        """
        task 2 was cancelled; task 3, started at Waiting.swift:25, which it waits for, was not
        """), "the task started at line \(line + 2) was cancelled")
    #expect(
      failure.advice == """
        look at: who cancels the task started at Waiting.swift:25 when the task that waits for it is \
        cancelled?
        """)
  }

  @Test func `a task that waits in its last line for its own task is the function's`() async throws
  {
    let failure = try await failure {
      let task = Task { await Channel<Int>().receive() }
      await waitLast(for: task)
    }

    #expect(failure.lines.first == "deadlock at t = 0 s: 2 tasks wait and nothing can wake them")
    #expect(
      failure.lines[1].hasPrefix("  your function waits at Waiting.swift:56 for the end of task 2"))
  }

  @Test func `a loop that waits for a stream is told about its end`() async throws {
    let failure = try await failure {
      let (crates, source) = AsyncStream.makeStream(of: Int.self)
      source.yield(1)
      await readAll(crates)
      source.finish()
    }

    #expect(failure.lines[1].contains("for the next element of a stream"))
    #expect(failure.advice.contains("an element, or the end of the stream?"))
  }
}

@Suite("tasks with work left", .leavesNoTask) struct LateTaskTests {
  private func explore(
    leavesNoTask: Bool = true, _ body: @escaping @Sendable () async throws -> Void
  ) async -> Exploration {
    var explorer = Explorer(schedules: .count(20), body: body, failures: { 0 })
    explorer.testSource = TestSource(path: #filePath, module: "BubbleTests")
    explorer.leavesNoTask = leavesNoTask
    return await explorer.explore()
  }

  @Test func `a task that the function does not wait for is reported although it ends by itself`()
    async throws
  {
    let exploration = await explore {
      let crates = Channel<Int>()
      _ = await sendWithoutWaiting(crates)
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .leaked)
    #expect(
      failure.lines.first
        == "leak at t = 0 s: your function returned before 1 task that it started had ended")
    #expect(failure.lines[1].hasPrefix("  task 2, started at Waiting.swift:"))
    #expect(failure.lines[1].contains(" had work left"))
    #expect(
      failure.advice.hasPrefix(
        "look at: who waits for the end of the task started at Waiting.swift:"))
    #expect(exploration.failures > 0)
  }

  @Test func `a suite that says so asks it of each of its tests`() async throws {
    let seen = try await issues {
      try await bubble {
        _ = await sendWithoutWaiting(Channel<Int>())
      }
    }

    #expect(
      seen.first?.comments.first?.rawValue.contains("your function returned before 1 task")
        == true)
  }

  @Test func `code that may leave tasks behind with work left is not asked`() async {
    let exploration = await explore(leavesNoTask: false) {
      _ = await sendWithoutWaiting(Channel<Int>())
    }

    #expect(exploration.failure == nil)
  }

  @Test func `a task of the test may end later`() async {
    let exploration = await explore {
      let crates = Channel<Int>()
      Task { await crates.send(1) }
      _ = await crates.receive()
    }

    #expect(exploration.failure == nil)
  }
}

@Suite("advice beside what a test says") struct WrongAdviceTests {
  @Test func `a test that waits for the end of a cancelled call names whom that did not reach`()
    async throws
  {
    let seen = try await issues {
      try await bubble(.these([.firstInFirstOut])) {
        let isOver = Channel<Bool>(capacity: 1)
        let caller = Task {
          await workElsewhere { try? await Task.sleep(for: .seconds(60)) }
          await isOver.send(true)
        }
        try await Task.sleep(for: .seconds(1))
        caller.cancel()
        try await Task.sleep(for: .seconds(1))
        #expect(isOver.count == 1)
        await caller.value
      }
    }

    #expect(
      seen.first?.comments.map(\.rawValue).joined().contains(
        """
        task 2 was cancelled; task 3, started at Waiting.swift:25, which it waits for, was not
        look at: who cancels the task started at Waiting.swift:25 when the task that waits for it is \
        cancelled?
        """) == true)
  }
}

@Suite("advice for a leak and a loop") struct LoopAdviceTests {
  @Test func `a leaked receiver that ends when cancelled is asked who cancels it`() async throws {
    let line = #line
    let failure = try await failure {
      let crates = Channel<Int>()
      Task { await crates.receive() }
    }

    #expect(failure.verdict == .leaked)
    #expect(
      failure.advice == """
        look at: who cancels the task started at AdviceTests.swift:\(line + 3), and who waits for its \
        end?
        """)
  }

  @Test func `a loop that ignores what send says was running, and waits for no actor`() async throws
  {
    let failure = try await failure {
      let crates = Channel<Int>()
      let sender = Task { await keepSending(crates) }
      try await Task.sleep(for: .seconds(1))
      sender.cancel()
    }

    #expect(failure.verdict == .leaked)
    #expect(failure.message.contains("was still running at Waiting.swift:37"))
    #expect(failure.message.contains("(last operation: send at Waiting.swift:37)"))
    #expect(failure.advice.contains("a loop that goes on although its task is cancelled"))
  }

  @Test func `a loop that a cancellation does not reach is not told about its sleep`() async throws
  {
    let failure = try await failure {
      let caller = Task {
        await workElsewhere {
          while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(500)) }
        }
      }
      try await Task.sleep(for: .seconds(1))
      caller.cancel()
      await caller.value
    }

    #expect(failure.verdict == .stuck)
    #expect(
      failure.advice == """
        look at: who cancels the task started at Waiting.swift:25 when the task that waits for it is \
        cancelled?
        """)
  }
  @Test func `a loop that never lets go of its thread is named with its line`() async throws {
    let failure = try await failure(schedules: .these([.firstInFirstOut])) {
      let isOver = Beacon()
      defer { isOver.set() }
      await spin(until: isOver)
    }
    Beacon.last?.set()

    #expect(failure.verdict == .stuck)
    #expect(failure.lines[1].hasPrefix("  your function was running at Waiting.swift:"))
  }
}
