// wrong: a task for each truck, which then waits for a ramp, as before
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let inUse = Channel<Void>(capacity: ramps)
  await withDiscardingTaskGroup { group in
    for await truck in road {
      group.addTask {
        await inUse.send(())
        await unload(truck)
        _ = await inUse.receive()
      }
    }
  }
}
