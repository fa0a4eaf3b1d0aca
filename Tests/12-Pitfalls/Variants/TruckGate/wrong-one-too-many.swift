// wrong: starts one truck more than there are ramps
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withTaskGroup(of: Void.self) { group in
    var started = 0
    for await truck in road {
      if started > ramps { await group.next() }
      group.addTask { await unload(truck) }
      started += 1
    }
  }
}
