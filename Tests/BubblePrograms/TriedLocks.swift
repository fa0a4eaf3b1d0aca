import Foundation
import Synchronization

// Programs that give up when a lock is held, where they should wait; compiled like exercises.

/// Does not count when another task is counting.
public final class TriedMutex: Sendable {
  private let count = Mutex(0)

  public init() {}
  public var value: Int { count.withLock { $0 } }
  public func increment() { count.withLockIfAvailable { $0 += 1 } }
  public func incrementInTurn() { count.withLock { $0 += 1 } }

  /// 0 when a task is counting.
  public var hastyValue: Int { count.withLockIfAvailable { $0 } ?? 0 }
}

/// Does not count when another task is counting.
public final class TriedFoundationLock: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  public init() {}
  public var value: Int { lock.withLock { count } }
  public func increment() {
    guard lock.try() else { return }
    count += 1
    lock.unlock()
  }
  public func incrementInTurn() { lock.withLock { count += 1 } }
}
