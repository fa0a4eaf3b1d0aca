public import Channels

/// Lets trucks in from the road and unloads each of them at a ramp.
///
/// Calls `unload` once for each truck that comes from `road`. As many trucks are unloaded at the
/// same time as there are ramps, and never more. A ramp that is free takes the next truck at once,
/// no matter what happens at the other ramps.
///
/// The yard behind the gate has room for one truck. While all ramps are in use, at most one more
/// truck is taken from `road`; the others stay there, no matter how many there are.
///
/// Returns at the moment when `road` is closed and the last truck is unloaded.
///
///     // Three trucks wait on a closed road. Unloading one takes 20 s: 40 s in all.
///     await unloadTrucks(road, ramps: 2) { truck in await crew.unload(truck) }
///
/// - Parameters:
///   - road: Where the trucks come from; some may come late.
///   - ramps: How many trucks may be unloaded at the same time; at least one.
///   - unload: Unloads one truck.
public func unloadTrucks<Truck: Sendable>(
  _ road: ReceiveChannel<Truck>, ramps: Int, unload: @escaping @Sendable (Truck) async -> Void
) async {
  // TODO(12.8): A thousand trucks wait on the road. Where are they one second later?
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
