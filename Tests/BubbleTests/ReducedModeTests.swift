import Synchronization
import Testing

@testable import Bubble

/// Explores as on a platform whose runtime cannot be taken over.
private func exploreReduced(
  timeLimit: Duration = .seconds(20), failures: @escaping @Sendable () -> Int = { 0 },
  _ body: @escaping @Sendable () async throws -> Void
) async -> Exploration {
  await ReducedExplorer(body: body, failures: failures, timeLimit: timeLimit).explore()
}

@Suite("reduced mode") struct ReducedModeTests {
  @Test func `one run on the real clock passes and says what was not checked`() async {
    let runs = Mutex(0)
    let exploration = await exploreReduced { runs.withLock { $0 += 1 } }

    #expect(runs.withLock { $0 } == 1)
    #expect(exploration.schedules == 1)
    #expect(exploration.failure == nil)
    #expect(exploration.unchecked.contains("not checked"))
  }

  @Test func `an error that is thrown is a failure`() async {
    struct Broken: Error {}
    let exploration = await exploreReduced { throw Broken() }

    #expect(exploration.failure?.verdict == .wrong)
    #expect(exploration.failure?.message.contains("the test threw Broken()") == true)
  }

  @Test func `failures that the body reports are counted`() async {
    let exploration = await exploreReduced(failures: { 2 }) {}

    #expect(exploration.failures == 1)
    #expect(exploration.failure?.verdict == .wrong)
  }

  @Test func `a body that does not end hits the time limit`() async {
    let exploration = await exploreReduced(timeLimit: .milliseconds(1)) {
      // Ends when the mode gives up and cancels it.
      while !Task.isCancelled { await Task.yield() }
    }

    #expect(exploration.failure?.verdict == .stuck)
    #expect(exploration.failure?.message.contains("of real time without an end") == true)
  }

  @Test func `sections are counted`() async {
    let most = Mutex(0)
    _ = await exploreReduced {
      await Bubble.section("crane") { most.withLock { $0 = Bubble.mostInside("crane") } }
    }

    #expect(most.withLock { $0 } == 1)
  }
}
