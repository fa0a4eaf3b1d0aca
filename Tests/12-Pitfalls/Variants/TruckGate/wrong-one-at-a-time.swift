// wrong: unloads one truck at a time
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  for await truck in road { await unload(truck) }
}
