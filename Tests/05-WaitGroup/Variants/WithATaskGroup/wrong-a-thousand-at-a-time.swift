// wrong: 1,000 cranes work at the same time, and the next one waits
// rejected by: it returns when the last crane has ended as wrong
import Channels

public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withTaskGroup(of: Void.self) { group in
    for (index, ship) in ships.enumerated() {
      if index >= 1_000 { await group.next() }
      group.addTask {
        try? await unload(ship)
      }
    }
  }
  try Task.checkCancellation()
}
