// wrong: uses 64 ramps at most
// rejected by: every truck is unloaded, and it returns with the last as wrong
public import Channels

public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withTaskGroup { group in
    for _ in 0..<min(ramps, 64) {
      group.addTask {
        for await truck in road { await unload(truck) }
      }
    }
  }
}
