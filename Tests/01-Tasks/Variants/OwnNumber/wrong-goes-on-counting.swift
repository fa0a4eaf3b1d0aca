// wrong: the dial outlives the call, so the next crates do not begin at 1
// rejected by: each call begins at one as wrong
import Synchronization

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup { group in
    for _ in 1...count {
      group.addTask { await stamp(dial.add(1, ordering: .relaxed).newValue) }
    }
  }
}

private let dial = Atomic(0)
