// wrong: waits for the task that was started last, which need not be the last to end
// rejected by: it waits for the stamp that dries last as wrong
import Synchronization

/// A variant of 1.4.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  var last: Task<Void, Never>?
  for number in 1...count {
    last = Task { await stamp(number) }
  }
  await last?.value
}

/// Shows a number, and can be turned to the next one.
final class Dial: Sendable {
  private let shown = Mutex(0)

  var number: Int { shown.withLock { $0 } }

  func turn() {
    shown.withLock { $0 += 1 }
  }
}
