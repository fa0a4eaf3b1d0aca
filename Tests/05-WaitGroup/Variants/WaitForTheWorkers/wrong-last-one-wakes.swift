// wrong: the last crane wakes the caller, so that without ships no one does
// rejected by: it works for no ship, for one and for two as deadlocked

import Synchronization

/// Unloads all ships at the same time.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let left = Left(ships.count)
  await withCheckedContinuation { continuation in
    for ship in ships {
      Task {
        try? await unload(ship)
        if left.ended() == 0 { continuation.resume() }
      }
    }
  }
}

private final class Left: Sendable {
  private let count: Mutex<Int>

  init(_ count: Int) { self.count = Mutex(count) }

  func ended() -> Int {
    count.withLock { count in
      count -= 1
      return count
    }
  }
}
