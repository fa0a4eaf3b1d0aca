// wrong: sees a truck and tries to take it, but another ramp may take it first
// rejected by: a free ramp takes the next truck at once as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withTaskGroup { group in
    for _ in 0..<ramps {
      group.addTask {
        while let truck = await nextTruck(road) { await unload(truck) }
      }
    }
  }
}

private func nextTruck<Truck: Sendable>(_ road: ReceiveChannel<Truck>) async -> Truck? {
  if road.count > 0 {
    guard case .element(let truck) = road.tryReceive() else { return nil }
    return truck
  }
  return await road.receive()
}
