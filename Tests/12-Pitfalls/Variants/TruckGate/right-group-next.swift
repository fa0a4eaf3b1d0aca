// right: waits for a child before it takes a further truck

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withTaskGroup { group in
    for _ in 0..<ramps {
      guard let truck = await road.receive() else { return }
      group.addTask { await unload(truck) }
    }
    while await group.next() != nil {
      guard let truck = await road.receive() else { return }
      group.addTask { await unload(truck) }
    }
  }
}
