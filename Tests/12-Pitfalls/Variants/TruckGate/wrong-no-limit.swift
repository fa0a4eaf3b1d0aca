// wrong: no limit at all
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withDiscardingTaskGroup { group in
    for await truck in road {
      group.addTask { await unload(truck) }
    }
  }
}
