// wrong: waits for a berth before it looks whether there is a ship for it
// rejected by: the rest of the harbor uses the same berths as wrong

public import Channels
import Synchronization

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let queue = ShipQueue(ships)
  await withDiscardingTaskGroup { group in
    for _ in 0..<min(berths.capacity, ships.count) {
      group.addTask {
        while await berths.send(()) {
          guard !Task.isCancelled, let ship = queue.next() else {
            _ = berths.tryReceive()
            return
          }
          do {
            try await unload(ship)
            queue.note(ship)
          } catch {}
          _ = berths.tryReceive()
        }
      }
    }
  }
  return queue.left(of: ships)
}

private final class ShipQueue: Sendable {
  private struct State {
    var waiting: ArraySlice<String>
    var unloaded: Set<String> = []
  }

  private let state: Mutex<State>

  init(_ ships: [String]) { state = Mutex(State(waiting: ships[...])) }

  func next() -> String? { state.withLock { $0.waiting.popFirst() } }

  func note(_ ship: String) { state.withLock { _ = $0.unloaded.insert(ship) } }

  func left(of ships: [String]) -> [String] {
    let unloaded = state.withLock { $0.unloaded }
    return ships.filter { !unloaded.contains($0) }
  }
}
