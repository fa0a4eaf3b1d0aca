// wrong: uses the ramps in turn
// rejected by: a free ramp takes the next truck at once as wrong

public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  let queues = (0..<ramps).map { _ in Channel<Truck>() }
  await withTaskGroup { group in
    for queue in queues {
      group.addTask {
        for await truck in queue { await unload(truck) }
      }
    }
    var turn = 0
    for await truck in road {
      await queues[turn].send(truck)
      turn = (turn + 1) % ramps
    }
    for queue in queues { queue.close() }
  }
}
