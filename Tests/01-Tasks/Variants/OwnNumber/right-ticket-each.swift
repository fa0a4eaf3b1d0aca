// right: each task takes the next number for itself, in one go
import Synchronization

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  let tickets = Tickets()
  await withTaskGroup { group in
    for _ in 1...count {
      group.addTask {
        let number = tickets.take()
        await stamp(number)
      }
    }
  }
}

private final class Tickets: Sendable {
  private let next = Atomic(1)

  func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
