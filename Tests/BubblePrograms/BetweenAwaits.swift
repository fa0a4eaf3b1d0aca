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

/// The same with a lock of Foundation.
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
