import Channels
import Dispatch
import Synchronization
import Testing

@testable import Bubble

/// Continuations that nobody resumes, kept so that the runtime does not complain.
private let kept = Mutex<[UnsafeContinuation<Void, Never>]>([])

private func waitForEver() async {
  await withUnsafeContinuation { continuation in kept.withLock { $0.append(continuation) } }
}

/// The leaks of a closure in two orders, found without a long look out for threads outside.
private func leaks(_ body: @escaping @Sendable () async throws -> Void) async -> [Exploration.Leak]
{
  var limits = RunLimits()
  limits.outsideWait = 1_000_000
  limits.outsideBudget = 30_000_000
  let schedules = Schedules.these([.firstInFirstOut, .random(seed: 1)])
  let exploration = await Explorer(
    schedules: schedules, body: body, failures: { 0 }, limits: limits
  ).explore()
  return exploration.failure?.leaks ?? []
}

@Suite("kinds of leaks") struct LeakKindTests {
  @Test func `a closure that waits for all its tasks leaves none`() async {
    let left = await leaks {
      let berths = Channel<Int>()
      let ship = Task { await berths.send(1) }
      _ = await berths.receive()
      _ = await ship.value
      await withDiscardingTaskGroup { group in group.addTask { await Task.yield() } }
    }

    #expect(left.isEmpty)
  }

  @Test func `a task left on a channel says which, and ends when cancelled`() async {
    let line = #line
    let left = await leaks {
      let berths = Channel<Int>()
      Task { await berths.send(1) }
    }

    #expect(
      left == [
        Exploration.Leak(
          task: "task 2", startedAt: "LeakKindTests.swift:\(line + 3)",
          waitsFor: "waits to send at LeakKindTests.swift:\(line + 3) on the channel made at "
            + "LeakKindTests.swift:\(line + 2)", endsWhenCancelled: true)
      ])
  }

  @Test func `a task left in a select says so, and ends when cancelled`() async {
    let left = await leaks {
      let (berths, cranes) = (Channel<Int>(), Channel<Int>())
      Task {
        await select {
          Receive(from: berths) { _ in }; Receive(from: cranes) { _ in }
        }
      }
    }

    #expect(left.map(\.endsWhenCancelled) == [true])
    #expect(left.first?.waitsFor.contains("waits in a select") == true)
  }

  @Test func `a task left at a wait group says so, and does not end when cancelled`() async {
    let left = await leaks {
      let ships = WaitGroup()
      ships.add()
      Task { await ships.wait() }
    }

    #expect(left.map(\.endsWhenCancelled) == [false])
    #expect(left.first?.waitsFor.contains("for the wait group made at") == true)
  }

  @Test func `a task left on a continuation does not end when cancelled`() async {
    let left = await leaks { Task { await waitForEver() } }

    #expect(
      left.map(\.waitsFor) == [
        "waits at LeakKindTests.swift:12 for a continuation that was never resumed"
      ])
    #expect(left.map(\.endsWhenCancelled) == [false])
  }

  @Test func `a task left in a sleep says until when, and ends when cancelled`() async {
    let left = await leaks { Task { try await Task.sleep(for: .seconds(5)) } }

    #expect(left.first?.waitsFor.contains("sleeps at LeakKindTests.swift") == true)
    #expect(left.first?.waitsFor.contains("until t = 5 s") == true)
    #expect(left.map(\.endsWhenCancelled) == [true])
  }

  @Test func `a task left at the value of another says which`() async {
    let line = #line
    let left = await leaks {
      let crane = Task(name: "crane") { await waitForEver() }
      Task { await crane.value }
    }

    #expect(left.map(\.task) == ["crane", "task 3"])
    #expect(
      left.last?.waitsFor
        == "waits at LeakKindTests.swift:\(line + 3) for the end of task \"crane\"")
  }

  @Test func `a detached task left behind is found`() async {
    let left = await leaks { Task.detached(name: "tug") { await waitForEver() } }

    #expect(left.map(\.task) == ["tug"])
  }

  @Test func `a task that a finished task started is found`() async {
    let left = await leaks {
      await Task { _ = Task(name: "nested") { await waitForEver() } }.value
    }

    #expect(left.map(\.task) == ["nested"])
  }

  @Test func `a task left with a group is found, and so is its child`() async {
    let line = #line
    let left = await leaks {
      Task(name: "parent") {
        await withDiscardingTaskGroup { group in
          group.addTask(name: "child") { await waitForEver() }
        }
      }
    }

    #expect(left.map(\.task) == ["parent", "child"])
    #expect(
      left.first?.waitsFor
        == "waits at LeakKindTests.swift:\(line + 3) for the child tasks of a group")
  }

  @Test func `a task left in an async let is found by its parent`() async {
    let left = await leaks {
      Task(name: "parent") {
        async let child: Void = waitForEver()
        await child
      }
    }

    #expect(left.map(\.task) == ["parent"])
  }

  @Test func `a task that an actor holds is found`() async {
    actor Harbor {
      func enter() async { await waitForEver() }
    }
    let left = await leaks {
      let harbor = Harbor()
      Task(name: "ship") { await harbor.enter() }
    }

    #expect(left.map(\.task) == ["ship"])
  }

  @Test func `a task that outlives the closure and then ends is no leak`() async {
    let log = Log()
    let left = await leaks {
      Task {
        for _ in 0..<100 { await Task.yield() }
        log.add("ended")
      }
    }

    #expect(left.isEmpty)
    #expect(log.text == "ended ended")
  }

  @Test func `a task that another ends after the closure is no leak`() async {
    let left = await leaks {
      let berths = Channel<Int>()
      Task { await berths.receive() }
      Task { await berths.send(1) }
    }

    #expect(left.isEmpty)
  }

  @Test func `a kept handle to a finished task is no leak`() async {
    let handles = Mutex<[Task<Void, Never>]>([])
    let left = await leaks {
      let task = Task {}
      handles.withLock { $0.append(task) }
    }

    #expect(left.isEmpty)
    #expect(handles.withLock { $0.count } == 2)
  }

  @Test func `the report of a leak says which task ends when cancelled`() async throws {
    let exploration = await explore(.count(1)) {
      Task(name: "obedient") { await Channel<Int>().receive() }
      Task(name: "deaf") { await WaitGroup.busy.wait() }
    }

    let lines = try #require(exploration.failure).message.split(separator: "\n")
    #expect(lines.first { $0.contains("obedient") }?.hasSuffix("cancelling ended it") == true)
    #expect(lines.first { $0.contains("deaf") }?.hasSuffix("cancelling did not end it") == true)
  }
}

extension WaitGroup {
  /// One that is never done.
  fileprivate static var busy: WaitGroup {
    let group = WaitGroup()
    group.add()
    return group
  }
}
