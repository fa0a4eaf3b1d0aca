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
    #expect(exploration.unjudged == nil)
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

  @Test func `a failure before a question without an answer is still a failure`() async {
    let exploration = await exploreReduced(failures: { 1 }) { _ = Bubble.elapsed }

    #expect(exploration.failure?.verdict == .wrong)
  }

  @Test func `a body that does not end is not judged: it may only sleep long`() async {
    let isOver = Atomic<Bool>(false)
    let exploration = await exploreReduced(timeLimit: .milliseconds(1)) {
      while !isOver.load(ordering: .relaxed) { await Task.yield() }
      #expect(!Task.isCancelled, "a body that is given up could trap when it is cancelled")
    }
    isOver.store(true, ordering: .relaxed)

    #expect(exploration.failure == nil)
    #expect(
      exploration.unjudged == """
        not checked here: no end within 0.001 s of real time; only the full bubble tells a deadlock \
        from a long sleep
        """)
  }

  @Test func `what is asked of virtual time is not judged`() async {
    let exploration = await exploreReduced { _ = Bubble.elapsed }

    #expect(exploration.failure == nil)
    #expect(exploration.unjudged == "not checked here: virtual time needs the full bubble")
  }

  @Test func `what is asked of tasks is not judged`() async {
    let exploration = await exploreReduced { _ = Bubble.liveTasks }

    #expect(exploration.unjudged == "not checked here: task counts need the full bubble")
  }

  @Test func `what is asked of sections is not judged`() async {
    let exploration = await exploreReduced {
      await Bubble.section("crane") { _ = Bubble.mostInside("crane") }
    }

    #expect(
      exploration.unjudged == "not checked here: counts of tasks in sections need the full bubble")
  }

  @Test func `a body that wants to settle is not judged`() async {
    let exploration = await exploreReduced { await Bubble.settle() }

    #expect(exploration.unjudged == "not checked here: to settle needs the full bubble")
  }

  @Test func `a question ends the run at once, and the body goes on unseen`() async {
    let isOver = Atomic<Bool>(false)
    let goesOn = Atomic<Bool>(false)
    let exploration = await exploreReduced {
      _ = Bubble.elapsed
      while !isOver.load(ordering: .acquiring) { await Task.yield() }
      goesOn.store(ReducedRun.current?.isOver == true, ordering: .releasing)
    }
    #expect(exploration.unjudged != nil)

    isOver.store(true, ordering: .releasing)
    while !goesOn.load(ordering: .acquiring) { await Task.yield() }
  }
}
