// wrong: 64 cranes work at the same time, and the next one waits
// rejected by: all cranes work at the same time as wrong
import Channels

public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  let places = Channel<Void>(capacity: 64)
  for ship in ships {
    cranes.add()
    Task {
      defer { cranes.done() }
      await places.send(())
      defer { _ = places.tryReceive() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
