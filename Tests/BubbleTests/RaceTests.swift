import Bubble
import BubblePrograms
import Channels
import Testing

/// Memory that several tasks use, in code that is compiled as the exercises are.
@Suite("races") struct RaceTests {
  struct Program: CustomTestStringConvertible {
    var testDescription: String
    var run: @Sendable () async -> Void

    init(_ name: String, _ run: @escaping @Sendable () async -> Void) {
      testDescription = name
      self.run = run
    }
  }

  @Test(arguments: racingBesideOrder) func `is found beside what orders tasks`(
    program: Program
  ) async throws {
    let exploration = await explore { await program.run() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.isRepeatable)
  }

  @Test(arguments: racing) func `is found`(program: Program) async throws {
    let exploration = await explore { await program.run() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    // It is found by what orders the tasks, and not by who came first.
    #expect(failure.run == 1)
    #expect(failure.isRepeatable)
    #expect(failure.message.contains(Self.bothLines))
  }

  /// What a report says of both accesses.
  private static var bothLines: some RegexComponent {
    /\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n/
  }

  @Test func `it may be why the result is wrong, and both are said`() async throws {
    struct Lost: Error {}
    let exploration = await explore {
      await Races.property()
      throw Lost()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("the test threw Lost() at t = 0 s"))
  }

  @Test func `a misuse is said, too`() async throws {
    let exploration = await explore {
      await Races.property()
      WaitGroup().done()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("negative WaitGroup counter at RaceTests.swift:"))
  }

  @Test func `a leak is said, too`() async throws {
    let exploration = await explore {
      await Races.property()
      let gate = Channel<Int>()
      Task { await gate.receive() }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("leak at t = 0 s: the work is done and 1 task is left behind"))
    #expect(failure.leaks.count == 1)
  }

  @Test func `tasks that nothing can wake are a deadlock, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      _ = await Channel<Int>().receive()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .deadlocked)
    #expect(failure.message.hasPrefix("deadlock at t = 0 s"))
    #expect(failure.message.contains(Self.bothLines))
  }

  @Test func `a loop without an end is stuck, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      while !Task.isCancelled { await Task.yield() }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.hasPrefix("stuck at t = 0 s"))
    #expect(failure.message.contains(Self.bothLines))
  }

  @Test func `a deadlock after a misuse names it`() async throws {
    let exploration = await explore {
      let group = WaitGroup()
      group.done()
      group.add()
      await group.wait()
    }

    let message = try #require(exploration.failure).message
    #expect(message.hasPrefix("deadlock at t = 0 s"))
    #expect(message.contains("\nnegative WaitGroup counter at RaceTests.swift:"))
  }

  /// The thread is lost, so the run cannot explain itself.
  @Test func `a loop that never lets go is stuck, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      let beacon = Beacon()
      await spin(until: beacon)
    }
    Beacon.last?.set()

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(
      failure.message.contains(
        /\n  task 2 writes at \w+.swift:\d+\n  task 3 writes at \w+.swift:\d+\n/))
  }

  @Test func `an expectation that fails keeps its line, and has the race below`() async throws {
    let line = #line + 4
    let seen = try await issues {
      try await bubble {
        await Races.property()
        #expect(Bubble.elapsed == .seconds(1))
      }
    }

    #expect(seen.map(\.sourceLocation?.line) == [line])
    let text = seen.first?.comments.map(\.rawValue).joined(separator: "\n") ?? ""
    #expect(text.contains("race at t = 0 s"))
    #expect(text.contains(Self.bothLines))
  }

  @Test(arguments: orderedByTheTest) func `is not made up for a test`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
  }

  @Test(arguments: orderedOutside) func `is not made up outside`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
  }

  @Test(arguments: allOrdered) func `is not made up`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
    #expect(exploration.unchecked.isEmpty)
  }

  @Test(arguments: allOrdered) func `is not made up in random orders`(program: Program) async {
    let exploration = await explore(.count(300)) { await program.run() }

    #expect(exploration.failure?.message == nil)
  }
}
