// right: gets a free ramp before it starts the task

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let inUse = Channel<Void>(capacity: ramps)
  await withDiscardingTaskGroup { group in
    for await truck in road {
      await inUse.send(())
      group.addTask {
        await unload(truck)
        _ = await inUse.receive()
      }
    }
  }
}
