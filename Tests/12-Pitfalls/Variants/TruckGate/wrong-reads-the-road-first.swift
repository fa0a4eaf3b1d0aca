// wrong: takes all trucks from the road, then keeps the limit
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  var trucks: [Truck] = []
  for await truck in road { trucks.append(truck) }
  await withTaskGroup(of: Void.self) { group in
    for (number, truck) in trucks.enumerated() {
      if number >= ramps { await group.next() }
      group.addTask { await unload(truck) }
    }
  }
}
