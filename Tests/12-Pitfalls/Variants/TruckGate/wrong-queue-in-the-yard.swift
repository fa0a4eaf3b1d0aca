// wrong: workers behind a big buffer
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let yard = Channel<Truck>(capacity: 1_000)
  await withTaskGroup { group in
    for _ in 0..<ramps {
      group.addTask {
        for await truck in yard { await unload(truck) }
      }
    }
    for await truck in road { await yard.send(truck) }
    yard.close()
  }
}
