// right: a task for each ramp

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let workers = (0..<ramps).map { _ in
    Task {
      while let truck = await road.receive() { await unload(truck) }
    }
  }
  for worker in workers { await worker.value }
}
