import Foundation
import Testing

@testable import Bubble

@Suite("what was run of what there is") struct CoverageTests {
  private func exploration(_ schedules: Int, all: Bool, failures: Int = 0) -> Exploration {
    var exploration = Exploration()
    exploration.schedules = schedules
    exploration.isExhaustive = all
    exploration.failures = failures
    if failures > 0 { exploration.failure = Exploration.Failure(RunOutcome(), .firstInFirstOut) }
    return exploration
  }

  @Test func `a search that has run them all says all`() {
    #expect("\(exploration(1204, all: true))" == "passed in all 1,204 schedules")
    #expect("\(exploration(1, all: true))" == "passed in the only schedule there is")
    #expect("\(exploration(24, all: true, failures: 3))" == "wrong in 3 of all 24 schedules")
  }

  @Test func `a search that has not says of many`() {
    #expect("\(exploration(512, all: false))" == "passed in 512 schedules of many")
    #expect("\(exploration(1_000_000, all: false))" == "passed in 1,000,000 schedules of many")
    #expect("\(exploration(1, all: false, failures: 1))" == "wrong in 1 of 1 schedule")
  }

  @Test func `a search up to a limit does not say all, one that ends by itself does`() async {
    let body: @Sendable () async -> Void = {
      await withTaskGroup { group in
        for _ in 1...3 { group.addTask { await Task.yield() } }
      }
    }

    let some = await explore(.exhaustive(limit: 10), body)
    let all = await explore(.exhaustive(), body)

    #expect("\(some)" == "passed in 10 schedules of many")
    #expect("\(all)".hasPrefix("passed in all "))
    #expect(all.schedules > 10)
  }
}

@Suite("switches inside of steps") struct PauseTests {
  /// Never suspends.
  private static func look() async {}

  @Test func `a task may be interrupted where an async call returns at once`() async {
    let exploration = await explore(.exhaustive()) {
      let log = Log()
      await withTaskGroup { group in
        for name in ["a", "b"] {
          group.addTask {
            log.add(name)
            await Self.look()
            log.add(name)
          }
        }
      }
      Bubble.note(outcome: log.text.filter { $0 != " " })
    }

    #expect(
      Set(exploration.outcomes.keys) == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
    #expect(exploration.isExhaustive)
    #expect(!exploration.isBounded)
  }

  @Test func `a search with more such places than a run may use says so`() async {
    let exploration = await explore(.exhaustive()) {
      let other = Task {}
      for _ in 1...4 { await Self.look() }
      await other.value
    }

    #expect(exploration.isExhaustive)
    #expect(exploration.isBounded == false)

    let longer = await explore(.exhaustive()) {
      let others = (1...3).map { _ in Task { await Self.look() } }
      for _ in 1...4 { await Self.look() }
      for other in others { await other.value }
    }

    #expect(longer.isExhaustive)
    #expect(longer.isBounded)
    #expect(longer.description.hasSuffix("schedules with at most two switches inside a step"))
  }

  #if os(Linux)
    @Test func `what an earlier call left in a task's memory is no call`() async throws {
      // As compiled code asks for memory for a call, and gives it back.
      typealias Allocate = @convention(c) (Int) -> UnsafeMutablePointer<UInt>
      typealias Deallocate = @convention(c) (UnsafeMutablePointer<UInt>) -> Void
      let symbols = ["swift_task_alloc", "swift_task_dealloc"].map { (name: String) in
        dlsym(nil, name)
      }
      let allocate = unsafeBitCast(try #require(symbols[0]), to: Allocate.self)
      let deallocate = unsafeBitCast(try #require(symbols[1]), to: Deallocate.self)

      let exploration = await explore(.count(1)) {
        let memory = allocate(64)
        memory[1] = 1
        deallocate(memory)
        let again = allocate(64)
        // Where a call writes at which instruction its caller goes on.
        Bubble.note(outcome: again == memory ? "\(again[1])" : "other memory")
        deallocate(again)
      }

      #expect(exploration.outcomes == ["0": 1])
    }
  #endif

  @Test func `an actor keeps other calls out while a step inside it is interrupted`() async {
    actor Dock {
      var log = ""
      func visit(_ name: String) async {
        log += name
        await PauseTests.look()
        log += name
      }
    }
    let exploration = await explore(.exhaustive()) {
      let dock = Dock()
      async let a: Void = dock.visit("a"), b: Void = dock.visit("b")
      _ = await (a, b)
      Bubble.note(outcome: await dock.log)
    }

    #expect(Set(exploration.outcomes.keys) == ["aabb", "bbaa"])
  }

  @Test func `a run that ends while a step is interrupted ends it, too`() async {
    for schedule in (1...200).map({ Schedule.random(seed: $0) }) {
      let exploration = await explore(.these([schedule])) {
        for _ in 1...3 {
          Task {
            await Self.look()
            await Self.look()
          }
        }
        await Self.look()
      }
      #expect(exploration.failure == nil)
    }
  }

  @Test func `an interrupted step that never ends is named by the watchdog`() async throws {
    let isOver = Shared(false)
    var limits = RunLimits()
    limits.jobTime = 100_000_000
    let exploration = await Explorer(
      schedules: .exhaustive(),
      body: {
        isOver.value = false
        Task { while !isOver.value {} }
        await Self.look()
        isOver.value = true
      }, failures: { 0 }, limits: limits
    ).explore()
    isOver.value = true

    #expect(exploration.failure?.verdict == .stuck)
  }
}
