// wrong: stamps five crates at most
// rejected by: each crate has a number of its own as wrong
import Synchronization

/// A variant of 1.4.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup(of: Void.self) { g in
    for n in 1...min(count, 5) { g.addTask { await stamp(n) } }
  }
}

/// Shows a number, and can be turned to the next one.
final class Dial: Sendable {
  private let shown = Mutex(0)

  var number: Int { shown.withLock { $0 } }

  func turn() {
    shown.withLock { $0 += 1 }
  }
}
