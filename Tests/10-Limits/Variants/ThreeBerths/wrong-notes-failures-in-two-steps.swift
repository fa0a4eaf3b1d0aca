// wrong: reads the list of failures and writes it under two locks, so a failure is lost
// rejected by: a ship that fails gives its berth back as wrong
public import Channels
import Synchronization

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let failed = Box<[String]>([])
  var begun = 0
  await withTaskGroup { group in
    for ship in ships {
      guard await berths.send(()) else { break }
      let hasBegun = group.addTaskUnlessCancelled {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
        } catch {
          failed.value.append(ship)
        }
      }
      guard hasBegun else {
        _ = berths.tryReceive()
        break
      }
      begun += 1
    }
  }
  let late = Set(failed.value).union(ships[begun...])
  return ships.filter { late.contains($0) }
}

/// A value that is locked while it is read or written.
private final class Box<Value: Sendable>: Sendable {
  private let stored: Mutex<Value>

  init(_ value: Value) { stored = Mutex(value) }

  var value: Value {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
