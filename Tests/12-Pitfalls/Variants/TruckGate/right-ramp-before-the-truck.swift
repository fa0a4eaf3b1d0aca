// right: gets a free ramp before it takes a truck

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let free = Channel<Void>(capacity: ramps)
  for _ in 0..<ramps { await free.send(()) }
  let work = WaitGroup()
  while await free.receive() != nil, let truck = await road.receive() {
    work.add()
    Task {
      await unload(truck)
      await free.send(())
      work.done()
    }
  }
  await work.wait()
}
