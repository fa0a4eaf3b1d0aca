// wrong: reads two parts of the count under two locks, one after the other
// rejected by: every increment is counted as wrong
import Synchronization

/// A variant of 2.1.
public final class LockedCounter: Sendable {
  private let ones = Mutex(0)
  private let amounts = Mutex(0)

  public init() {}

  public var value: Int { ones.withLock { $0 } + amounts.withLock { $0 } }

  public func increment() {
    ones.withLock { $0 += 1 }
  }

  public func add(_ amount: () async -> Int) async {
    let more = await amount()
    amounts.withLock { $0 += more }
  }
}
