// right: the state is a struct inside the lock, with the rule as its method
import Synchronization

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  private struct State {
    var count = 0

    mutating func add(_ amount: Int) {
      count += amount
    }
  }

  private let state = Mutex(State())

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { state.withLock { $0.count } }

  /// Counts one more.
  public func increment() {
    state.withLock { $0.add(1) }
  }

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    let amount = await amount()
    state.withLock { $0.add(amount) }
  }
}
