// wrong: stamps ten at a time
// rejected by: all crates are stamped at once as wrong
import Synchronization

/// A variant of 1.4.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  for start in stride(from: 1, through: count, by: 10) {
    await withTaskGroup(of: Void.self) { g in
      for n in start...min(start + 9, count) { g.addTask { await stamp(n) } }
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
