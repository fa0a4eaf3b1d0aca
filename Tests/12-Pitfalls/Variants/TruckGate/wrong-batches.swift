// wrong: lets the next trucks in when all ramps are free
// rejected by: a free ramp takes the next truck at once as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  var isOpen = true
  while isOpen {
    await withDiscardingTaskGroup { group in
      for _ in 0..<ramps {
        guard let truck = await road.receive() else {
          isOpen = false
          break
        }
        group.addTask { await unload(truck) }
      }
    }
  }
}
