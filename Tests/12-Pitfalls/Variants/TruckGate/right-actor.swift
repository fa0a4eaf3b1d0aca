// right: an actor gives the ramps

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let yard = Yard(ramps)
  await withDiscardingTaskGroup { group in
    for await truck in road {
      await yard.enter()
      group.addTask {
        await unload(truck)
        await yard.leave()
      }
    }
  }
}

private actor Yard {
  private var free: Int
  private var waiting: CheckedContinuation<Void, Never>?

  init(_ ramps: Int) { free = ramps }

  func enter() async {
    if free == 0 { await withCheckedContinuation { waiting = $0 } } else { free -= 1 }
  }

  func leave() {
    if let truck = waiting {
      waiting = nil
      truck.resume()
    } else {
      free += 1
    }
  }
}
