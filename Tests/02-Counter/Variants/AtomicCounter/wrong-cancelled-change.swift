// wrong: drops the result if it is cancelled while `change` is at work
// rejected by: counting goes on during an update as wrong
import Synchronization

public final class AtomicCounter: Sendable {
  private let count = Atomic(0)

  public init() {}

  public var value: Int { count.load(ordering: .relaxed) }

  @discardableResult
  public func increment() -> Int {
    count.add(1, ordering: .relaxed).newValue
  }

  public func update(_ change: (Int) async -> Int) async {
    var seen = count.load(ordering: .relaxed)
    while true {
      let wasCancelled = Task.isCancelled
      let changed = await change(seen)
      if Task.isCancelled, !wasCancelled { return }

      let (exchanged, original) = count.compareExchange(
        expected: seen, desired: changed, ordering: .relaxed)
      if exchanged { return }
      seen = original
    }
  }
}
