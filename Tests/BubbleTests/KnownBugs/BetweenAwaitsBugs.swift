import Bubble
import BubblePrograms
import Channels
import Synchronization

extension KnownBug {
  /// One switch each, between two awaits: in synchronous code, which is compiled as exercises are.
  static let betweenAwaits = [
    KnownBug("two critical sections", .wrong) {
      let counter = TwoSections()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = TwoSections()
      await both { counter.incrementInOne() }
      try check(counter.value == 2)
    },
    KnownBug("two critical sections, NSLock", .wrong) {
      let counter = TwoFoundationSections()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = TwoFoundationSections()
      await both { counter.incrementInOne() }
      try check(counter.value == 2)
    },
    KnownBug("a lock that is tried", .wrong) {
      let counter = TriedMutex()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = TriedMutex()
      await both { counter.incrementInTurn() }
      try check(counter.value == 2)
    },
    KnownBug("a lock that is tried, NSLock", .wrong) {
      let counter = TriedFoundationLock()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = TriedFoundationLock()
      await both { counter.incrementInTurn() }
      try check(counter.value == 2)
    },
    // The lock is taken as it should be, and only tried by a task that looks.
    KnownBug("a look at a lock that another task holds", .wrong) {
      let counter = TriedMutex()
      counter.incrementInTurn()
      try await valueIsSeen {
        counter.hastyValue
      } besides: {
        counter.incrementInTurn()
      }
    } right: {
      let counter = TriedMutex()
      counter.incrementInTurn()
      try await valueIsSeen {
        counter.value
      } besides: {
        counter.incrementInTurn()
      }
    },
    KnownBug("add, then load", .wrong) {
      try await numbersDiffer { $0.next() }
    } right: {
      try await numbersDiffer { $0.nextAtOnce() }
    },
    KnownBug("look at a channel, then try to send", .wrong) {
      try await loadedAsSaid { loadIfRoom($0, capacity: 1) }
    } right: {
      try await loadedAsSaid { loadIfTaken($0) }
    },
    KnownBug("look at a flag, then set it", .wrong) {
      try await takenOnce { $0.take() }
    } right: {
      try await takenOnce { $0.takeAtOnce() }
    },
    KnownBug("double-checked lazy value", .wrong) {
      let chart = LazyChart()
      await both { _ = chart.get() }
      try check(chart.count == 1)
    } right: {
      let chart = LazyChart()
      await both { _ = chart.getUnderTheLock() }
      try check(chart.count == 1)
    },
    // Three operations of one task between two of the other, but only one switch away from that one.
    KnownBug("ABA in a stack", .wrong, isSmall: false) {
      try await takeAndPut(take: { $0.take() }, put: { $0.put($1) })
    } right: {
      try await takeAndPut(take: { $0.takeAlone() }, put: { $0.putAlone($1) })
    },
    KnownBug("two blocks on a queue", .wrong) {
      let counter = QueuedCounter()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = QueuedCounter()
      await both { counter.incrementInOne() }
      try check(counter.value == 2)
    },
    KnownBug("ABBA, queues", .deadlocked) {
      let queues = TwoQueues()
      await together({ queues.leftFirst() }, { queues.rightFirst() })
    } right: {
      let queues = TwoQueues()
      await both { queues.leftFirst() }
    },
    KnownBug("two sections behind a semaphore", .wrong) {
      let counter = GuardedCounter()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = GuardedCounter()
      await both { counter.incrementInOne() }
      try check(counter.value == 2)
    },
    KnownBug("read and write under a lock for both", .wrong) {
      let counter = ReadWriteCounter()
      await both { counter.increment() }
      try check(counter.value == 2)
    } right: {
      let counter = ReadWriteCounter()
      await both { counter.incrementInOne() }
      try check(counter.value == 2)
    },
    KnownBug("ABBA, Mutex", .deadlocked) {
      let locks = TwoLocks()
      await together({ locks.leftFirst() }, { locks.rightFirst() })
    } right: {
      let locks = TwoLocks()
      await both { locks.leftFirst() }
    },
    KnownBug("ABBA, NSLock", .deadlocked) {
      let locks = TwoFoundationLocks()
      await together({ locks.leftFirst() }, { locks.rightFirst() })
    } right: {
      let locks = TwoFoundationLocks()
      await both { locks.leftFirst() }
    },
  ]

  private static func valueIsSeen(
    _ value: @escaping @Sendable () -> Int, besides work: @escaping @Sendable () -> Void
  ) async throws {
    let values = Mutex<[Int]>([])
    await together(
      { for _ in 1...2 { values.withLock { $0.append(value()) } } }, { for _ in 1...2 { work() } })
    try check(!values.withLock { $0.contains(0) })
  }

  private static func both(_ work: @escaping @Sendable () -> Void) async {
    await together(work, work)
  }

  private static func together(
    _ first: @escaping @Sendable () -> Void, _ second: @escaping @Sendable () -> Void
  ) async {
    await withTaskGroup { group in
      group.addTask { first() }
      group.addTask { second() }
    }
  }

  private static func numbersDiffer(
    _ next: @escaping @Sendable (AddThenLoad) -> Int
  ) async throws {
    let counter = AddThenLoad()
    let numbers = Shared<Set<Int>>([])
    await both {
      let number = next(counter)
      numbers.value.insert(number)
    }
    try check(numbers.value.count == 2)
  }

  private static func loadedAsSaid(_ load: @escaping @Sendable (Channel<Int>) -> Bool) async throws
  {
    let quay = Channel<Int>(capacity: 1)
    let loaded = Tally()
    await both { if load(quay) { loaded.add() } }
    try check(loaded.count == quay.count)
  }

  private static func takenOnce(_ take: @escaping @Sendable (Flag) -> Bool) async throws {
    let flag = Flag()
    let taken = Tally()
    await both { if take(flag) { taken.add() } }
    try check(taken.count == 1)
  }

  private static func takeAndPut(
    take: @escaping @Sendable (Pile) -> Int?, put: @escaping @Sendable (Pile, Int) -> Void
  ) async throws {
    let pile = Pile()
    let mine = Shared<Int?>(nil)
    let others = Shared<Int?>(nil)
    await together(
      { mine.value = take(pile) },
      {
        guard let first = take(pile) else { return }
        others.value = take(pile)
        put(pile, first)
      })
    // What one has taken, the other has not, and it is not on the pile.
    let left = [take(pile), take(pile), take(pile)].compactMap(\.self)
    let all = left + [mine.value, others.value].compactMap(\.self)
    try check(Set(all).count == all.count && all.count == 3)
  }

  private static func check(_ isGood: Bool) throws {
    struct Wrong: Error {}
    if !isGood { throw Wrong() }
  }
}
