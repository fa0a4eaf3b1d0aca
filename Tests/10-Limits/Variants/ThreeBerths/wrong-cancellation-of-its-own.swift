// wrong: takes a `CancellationError` of a ship for the cancellation of the caller
// rejected by: a ship that fails gives its berth back as wrong
public import Channels
import Synchronization

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let ended = Flag()
  let unloaded = await withTaskGroup(of: String?.self) { group in
    for ship in ships {
      if ended.isUp { break }
      guard await berths.send(()) else { break }
      let hasBegun = group.addTaskUnlessCancelled {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
          return ship
        } catch is CancellationError {
          ended.raise()
          return nil
        } catch {
          return nil
        }
      }
      guard hasBegun else {
        _ = berths.tryReceive()
        break
      }
    }
    return await group.reduce(into: Set<String>()) { unloaded, ship in
      if let ship { unloaded.insert(ship) }
    }
  }
  return ships.filter { !unloaded.contains($0) }
}

private final class Flag: Sendable {
  private let flag = Atomic(false)
  var isUp: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}
