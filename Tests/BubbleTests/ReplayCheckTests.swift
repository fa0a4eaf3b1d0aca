import Bubble
import Channels
import Synchronization
import Testing

/// Counts runs from outside the bubble: what a program could do by chance, at will.
private final class Runs: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

private struct Broken: Error {}

@Suite("replay check") struct ReplayCheckTests {
  private let sentence = """
    this program is nondeterministic: the same schedule gave another run; it uses something the bubble \
    does not control, such as memory that outlives a run, or a thread of its own
    """

  @Test func `a failure that comes again is one that can be replayed`() async throws {
    let exploration = await explore {
      let berths = Channel<Int>()
      let ship = Task { await berths.send(7) }
      _ = await berths.receive()
      _ = await ship.value
      throw Broken()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.isRepeatable)
    #expect(failure.message == "the test threw Broken() at t = 0 s")
  }

  @Test func `a failure that does not come again is said not to repeat`() async throws {
    let runs = Runs()
    let exploration = await explore(.these([.random(seed: 3)])) {
      if runs.next() == 1 { throw Broken() }
    }

    let failure = try #require(exploration.failure)
    #expect(!failure.isRepeatable)
    #expect(failure.message == "the test threw Broken() at t = 0 s\n" + sentence)
    #expect(failure.schedule == .random(seed: 3))
  }

  @Test func `a run that fails again but goes another way is said not to repeat`() async throws {
    let runs = Runs()
    let exploration = await explore(.these([.firstInFirstOut])) {
      let berths = Channel<Int>(capacity: 9)
      for _ in 1...runs.next() { await berths.send(1) }
      throw Broken()
    }

    #expect(exploration.failure?.isRepeatable == false)
  }

  @Test func `another value of the same length of run is another run`() async throws {
    let runs = Runs()
    let exploration = await explore(.these([.firstInFirstOut])) {
      let berths = Channel<Int>(capacity: 9)
      await berths.send(runs.next())
      throw Broken()
    }

    #expect(exploration.failure?.isRepeatable == false)
  }

  @Test func `values that say where they stand in memory do not matter`() async throws {
    let exploration = await explore(.these([.firstInFirstOut])) {
      let berths = Channel<ObjectIdentifier>(capacity: 9)
      for _ in 1...4 { await berths.send(ObjectIdentifier(berths)) }
      throw Broken()
    }

    #expect(exploration.failure?.isRepeatable == true)
  }

  @Test func `a test that does not repeat does not promise a replay`() async throws {
    let runs = Runs()
    try await withKnownIssue {
      try await bubble(.these([.firstInFirstOut])) {
        if runs.next() == 1 { throw Broken() }
      }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains(sentence)
        && text.contains("in 1 of 1 schedule; another run may go differently: BUBBLE_SCHEDULE=f ")
        && !text.contains("run that one again")
    }
  }

  @Test func `a run without an end is not run to its end again`() async throws {
    let runs = Runs()
    let exploration = await explore(.these([.firstInFirstOut])) {
      _ = runs.next()
      while true { await Task.yield() }
    }

    #expect(exploration.failure?.verdict == .stuck)
    #expect(exploration.failure?.isRepeatable == true)
    // The first, and the beginning of a second that says where the task was started.
    #expect(runs.next() == 3)
  }
}
