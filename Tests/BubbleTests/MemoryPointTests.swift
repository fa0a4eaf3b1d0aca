import Bubble
import BubblePrograms
import Testing

/// Switches between two awaits, in code that is compiled as the exercises are.
@Suite("between two awaits") struct MemoryPointTests {
  /// How many tasks do this, each once, and then the check.
  private static func both(_ work: @escaping @Sendable () -> Void) async {
    await withTaskGroup { group in
      for _ in 0..<2 { group.addTask { work() } }
    }
  }

  @Test func `two critical sections lose an update, one does not`() async {
    let wrong = await explore {
      let counter = TwoSections()
      await Self.both { counter.increment() }
      try Self.expect(counter.value == 2)
    }
    let right = await explore {
      let counter = TwoSections()
      await Self.both { counter.incrementInOne() }
      try Self.expect(counter.value == 2)
    }

    print("two sections:", wrong.failures, "of", wrong.schedules)
    #expect(wrong.failure?.verdict == .wrong)
    #expect(right.failure == nil)
    #expect(right.isExhaustive || right.isBounded)
  }

  @Test func `two sections of a lock of Foundation`() async {
    let wrong = await explore {
      let counter = TwoFoundationSections()
      await Self.both { counter.increment() }
      try Self.expect(counter.value == 2)
    }
    print("two NSLock sections:", wrong.failures, "of", wrong.schedules)
    #expect(wrong.failure?.verdict == .wrong)
  }

  @Test func `check then act on a flag`() async {
    let wrong = await explore {
      let flag = Flag()
      let taken = Tally()
      await Self.both { if flag.take() { taken.add() } }
      try Self.expect(taken.count == 1)
    }
    print("flag:", wrong.failures, "of", wrong.schedules)
    #expect(wrong.failure?.verdict == .wrong)
  }

  @Test func `two locks in two orders`() async {
    let wrong = await explore {
      let locks = TwoLocks()
      await withTaskGroup { group in
        group.addTask { locks.leftFirst() }
        group.addTask { locks.rightFirst() }
      }
      try Self.expect(locks.total == 0)
    }
    print("two locks:", wrong.failures, "of", wrong.schedules, wrong.failure?.message ?? "")
    #expect(wrong.failure?.verdict == .deadlocked)
  }

  @Test func `two locks of Foundation in two orders`() async {
    let wrong = await explore {
      let locks = TwoFoundationLocks()
      await withTaskGroup { group in
        group.addTask { locks.leftFirst() }
        group.addTask { locks.rightFirst() }
      }
    }
    print("two NSLocks:", wrong.failures, "of", wrong.schedules, wrong.failure?.message ?? "")
    #expect(wrong.failure?.verdict == .deadlocked)
  }

  @Test func `add then load`() async {
    let wrong = await explore {
      let counter = AddThenLoad()
      let first = Tally()
      await Self.both { if counter.next() == 1 { first.add() } }
      try Self.expect(first.count == 1)
    }
    print("add then load:", wrong.failures, "of", wrong.schedules)
    #expect(wrong.failure?.verdict == .wrong)
  }

  @Test func `a handler of a cancellation may use a lock`() async {
    let exploration = await explore {
      let gate = Gate()
      let task = Task { await gate.wait() }
      await Task.yield()
      await withTaskGroup { group in
        group.addTask { task.cancel() }
        group.addTask { gate.open() }
        group.addTask { await task.value }
      }
    }
    print("gate:", exploration.failures, "of", exploration.schedules, exploration.failure?.message ?? "")
    #expect(exploration.failure?.message == nil)
  }

  @Test func `a group that is cancelled`() async {
    let exploration = await explore {
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { await Gate().wait() } }
        group.cancelAll()
      }
      struct E: Error {}
      try? await withThrowingTaskGroup { group in
        for _ in 0..<2 { group.addTask { await Gate().wait() } }
        group.addTask { throw E() }
        for try await _ in group {}
      }
    }
    print("group:", exploration.failures, "of", exploration.schedules, exploration.failure?.message ?? "")
    #expect(exploration.failure?.message == nil)
  }

  @Test func `a global is made once`() async {
    let exploration = await explore(.count(1)) {
      await withTaskGroup { group in
        for _ in 0..<3 { group.addTask { _ = Chart.depth() } }
      }
    }
    #expect(exploration.failure?.message == nil)
  }

  private static func expect(_ isGood: Bool) throws {
    struct Wrong: Error {}
    if !isGood { throw Wrong() }
  }
}
