// wrong: unloads each truck twice
// rejected by: every truck is unloaded, and it returns with the last as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  await withTaskGroup { group in
    for _ in 0..<ramps {
      group.addTask {
        for await truck in road {
          await unload(truck)
          await unload(truck)
        }
      }
    }
  }
}
