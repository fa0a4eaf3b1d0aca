import Bubble

extension KnownBug {
  /// One switch each: between the first task's two locks.
  ///
  /// The continuation lock does not suspend when it is free: the switch has to come at an `await`
  /// that could have suspended.
  static let lockOrder = [
    KnownBug("ABBA, actor locks", .deadlocked) {
      await carryBothWays(with: ActorLock.self, inOneOrder: false)
    } right: {
      await carryBothWays(with: ActorLock.self, inOneOrder: true)
    },
    KnownBug("ABBA, channel locks", .deadlocked) {
      await carryBothWays(with: ChannelLock.self, inOneOrder: false)
    } right: {
      await carryBothWays(with: ChannelLock.self, inOneOrder: true)
    },
    KnownBug("ABBA, continuation locks", .deadlocked) {
      await carryBothWays(with: ContinuationLock.self, inOneOrder: false)
    } right: {
      await carryBothWays(with: ContinuationLock.self, inOneOrder: true)
    },
  ]

  /// Each philosopher has to be switched away from, except the last, between its two forks.
  static let diningPhilosophers = [
    KnownBug("3 dining philosophers, channels as forks", .deadlocked, isSmall: false) {
      await dine(3, with: ChannelLock.self, inOneOrder: false)
    } right: {
      await dine(3, with: ChannelLock.self, inOneOrder: true)
    },
    KnownBug("5 dining philosophers, channels as forks", .deadlocked, isSmall: false) {
      await dine(5, with: ChannelLock.self, inOneOrder: false)
    } right: {
      await dine(5, with: ChannelLock.self, inOneOrder: true)
    },
    KnownBug("3 dining philosophers, actor locks as forks", .deadlocked, isSmall: false) {
      await dine(3, with: ActorLock.self, inOneOrder: false)
    } right: {
      await dine(3, with: ActorLock.self, inOneOrder: true)
    },
    KnownBug("5 dining philosophers, actor locks as forks", .deadlocked, isSmall: false) {
      await dine(5, with: ActorLock.self, inOneOrder: false)
    } right: {
      await dine(5, with: ActorLock.self, inOneOrder: true)
    },
  ]

  /// Two tasks carry a crate, one from the ship to the shore, one back; each needs both to itself.
  private static func carryBothWays<Lock: AsyncLock>(
    with _: Lock.Type, inOneOrder: Bool
  ) async {
    let (ship, shore) = (Lock(), Lock())
    await withTaskGroup { group in
      for (first, second) in [(ship, shore), inOneOrder ? (ship, shore) : (shore, ship)] {
        group.addTask { await hold(first, second) }
      }
    }
  }

  /// Each philosopher takes the fork on the left, then the one on the right.
  private static func dine<Fork: AsyncLock>(
    _ count: Int, with _: Fork.Type, inOneOrder: Bool
  ) async {
    let forks = (0..<count).map { _ in Fork() }
    await withTaskGroup { group in
      for seat in 0..<count {
        let (left, right) = (seat, (seat + 1) % count)
        let (first, second) = inOneOrder ? (min(left, right), max(left, right)) : (left, right)
        group.addTask { await hold(forks[first], forks[second]) }
      }
    }
  }

  private static func hold(_ first: some AsyncLock, _ second: some AsyncLock) async {
    await first.lock()
    await second.lock()
    await second.unlock()
    await first.unlock()
  }
}
