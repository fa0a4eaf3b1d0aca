// wrong: the number is looked up when the task runs, not when it is started
// rejected by: each crate has a number of its own as wrong
import Synchronization

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  let dial = Dial()
  await withTaskGroup { group in
    for _ in 1...count {
      dial.turn()
      group.addTask { await stamp(dial.number) }
    }
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
