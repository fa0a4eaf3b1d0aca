// wrong: a task that adds waits for the amount of the one before
// rejected by: counting goes on while an amount is awaited as wrong
import Channels
import Synchronization

/// A variant of 2.1.
public final class LockedCounter: Sendable {
  private let count = Mutex(0)
  private let turn = Channel<Void>(capacity: 1)

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
    await turn.send(())
    let a = await amount()
    count.withLock { $0 += a }
    _ = turn.tryReceive()
  }
}
