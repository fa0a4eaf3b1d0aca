// wrong: asks for the amount, and asks again when it is not zero
// rejected by: each amount is asked for once and added as wrong
import Synchronization

/// A variant of 2.1.
public final class LockedCounter: Sendable {
  private let count = Mutex(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  public func increment() {
    count.withLock { $0 += 1 }
  }

  /// Adds what `amount` says.
  public func add(_ amount: () async -> Int) async {
    if await amount() == 0 { return }
    let a = await amount()
    count.withLock { $0 += a }
  }
}
