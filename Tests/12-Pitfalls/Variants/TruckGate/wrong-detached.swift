// wrong: detached tasks, and a wait group
// rejected by: trucks wait on the road, not in the yard as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let inUse = Channel<Void>(capacity: ramps)
  let work = WaitGroup()
  for await truck in road {
    work.add()
    Task.detached {
      await inUse.send(())
      await unload(truck)
      _ = await inUse.receive()
      work.done()
    }
  }
  await work.wait()
}
