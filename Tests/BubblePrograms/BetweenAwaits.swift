import Foundation
import Synchronization

// Programs whose bugs lie between two awaits; compiled like exercises.

/// Counts in two critical sections where one is needed.
public final class TwoSections: Sendable {
  private let count = Mutex(0)

  public init() {}
  public var value: Int { count.withLock { $0 } }
  public func increment() {
    let old = count.withLock { $0 }
    count.withLock { $0 = old + 1 }
  }
  public func incrementInOne() { count.withLock { $0 += 1 } }
}

/// Is made by each of two tasks, which share nothing else.
public final class FirstOfItsType: Sendable {
  // Its metadata are found when the first object is made; no other program uses this type.
  private let start: Mutex<ContinuousClock.Instant?>

  public init() { start = Mutex(nil) }
}

/// Two critical sections, each with a lock of Foundation.
public final class TwoFoundationSections: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  public init() {}
  public var value: Int { lock.withLock { count } }
  public func increment() {
    let old = lock.withLock { count }
    lock.withLock { count = old + 1 }
  }
  public func incrementInOne() { lock.withLock { count += 1 } }
}

/// Adds, and then looks how many there are.
public final class AddThenLoad: Sendable {
  private let count = Atomic(0)

  public init() {}
  public func next() -> Int {
    count.add(1, ordering: .sequentiallyConsistent)
    return count.load(ordering: .sequentiallyConsistent)
  }
  public func nextAtOnce() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }
}

/// Takes a berth if it is free.
public final class Flag: Sendable {
  private let isTaken = Atomic(false)

  public init() {}
  public func take() -> Bool {
    if isTaken.load(ordering: .sequentiallyConsistent) { return false }
    isTaken.store(true, ordering: .sequentiallyConsistent)
    return true
  }
  public func takeAtOnce() -> Bool {
    isTaken.compareExchange(
      expected: false, desired: true, ordering: .sequentiallyConsistent
    ).exchanged
  }
}

/// Two cranes, each of which a move needs.
public final class TwoLocks: Sendable {
  private let left = Mutex(0)
  private let right = Mutex(0)

  public init() {}
  public var total: Int { left.withLock { $0 } + right.withLock { $0 } }
  public func leftFirst() {
    left.withLock { left in
      right.withLock { right in
        left -= 1
        right += 1
      }
    }
  }
  public func rightFirst() {
    right.withLock { right in
      left.withLock { left in
        left += 1
        right -= 1
      }
    }
  }
}

/// The same with locks of Foundation.
public final class TwoFoundationLocks: Sendable {
  private let left = NSLock()
  private let right = NSLock()

  public init() {}
  public func leftFirst() { left.withLock { right.withLock {} } }
  public func rightFirst() { right.withLock { left.withLock {} } }
}

/// A lock that turns until it is free, and is given back on one way only.
public final class SpinLock: Sendable {
  private let isHeld = Atomic(false)

  public init() {}
  public func work(fails: Bool) {
    while !isHeld.compareExchange(
      expected: false, desired: true, ordering: .sequentiallyConsistent
    ).exchanged {}
    if fails { return }
    isHeld.store(false, ordering: .sequentiallyConsistent)
  }
}

/// A sum behind a lock, with another place to pause while the lock is held.
public final class SumUnderLock: Sendable {
  private let sum = Mutex(0)
  private let additions = Atomic(0)

  public init() {}
  public func add(_ number: Int) {
    sum.withLock { sum in
      additions.add(1, ordering: .relaxed)
      sum += number
    }
  }
}

/// Makes a value at its first use, and looks twice, but not under the lock.
public final class LazyChart: Sendable {
  private let chart = Mutex<Int?>(nil)
  private let made = Atomic(0)

  public init() {}
  public var count: Int { made.load(ordering: .relaxed) }
  public func get() -> Int {
    if let chart = chart.withLock({ $0 }) { return chart }
    let new = made.add(1, ordering: .relaxed).newValue
    return chart.withLock { chart in
      chart = new
      return new
    }
  }
  public func getUnderTheLock() -> Int {
    chart.withLock { chart in
      if let chart { return chart }
      let new = made.add(1, ordering: .relaxed).newValue
      chart = new
      return new
    }
  }
}

/// A pile of crates by their numbers; taking one compares the top only by its number.
public final class Pile: Sendable {
  private final class Crate: Sendable {
    let below: Atomic<Int>
    init(below: Int) { self.below = Atomic(below) }
  }

  private let crates = [Crate(below: 1), Crate(below: 2), Crate(below: -1)]
  private let top = Atomic(0)
  private let lock = Mutex(())

  public init() {}

  public func take() -> Int? {
    while true {
      let old = top.load(ordering: .sequentiallyConsistent)
      guard old >= 0 else { return nil }
      let below = crates[old].below.load(ordering: .sequentiallyConsistent)
      if top.compareExchange(
        expected: old, desired: below, ordering: .sequentiallyConsistent
      ).exchanged {
        return old
      }
    }
  }

  public func put(_ crate: Int) {
    while true {
      let old = top.load(ordering: .sequentiallyConsistent)
      crates[crate].below.store(old, ordering: .sequentiallyConsistent)
      if top.compareExchange(
        expected: old, desired: crate, ordering: .sequentiallyConsistent
      ).exchanged {
        return
      }
    }
  }

  /// The same, one task at a time.
  public func takeAlone() -> Int? { lock.withLock { _ in take() } }
  public func putAlone(_ crate: Int) { lock.withLock { _ in put(crate) } }
}

/// Shares nothing.
public struct Plain {
  private var crates: [Int] = []

  public init() {}
  public consuming func work() {
    for crate in 0..<10 { crates.append(crate) }
  }
  /// Changes each element after it was added.
  public consuming func workTwice(_ count: Int) {
    for crate in 0..<count {
      crates.append(crate)
      crates[crate] += 1
    }
  }
}
