// wrong: gets a ramp before each task, and waits for no task
// rejected by: trucks wait on the road, not in the yard as wrong
// rejected by: every truck is unloaded, and it returns with the last as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let inUse = Channel<Void>(capacity: ramps)
  for await truck in road {
    await inUse.send(())
    Task {
      await unload(truck)
      _ = await inUse.receive()
    }
  }
}
