// wrong: 64 trucks drive at the same time, and the next one waits
// rejected by: all trucks drive at the same time as wrong
import Channels

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  let places = Channel<Void>(capacity: 64)
  let trips = WaitGroup()
  for truck in trucks {
    trips.add()
    Task {
      defer { trips.done() }
      await places.send(())
      let crates = await fetch(truck)
      _ = places.tryReceive()
      for crate in crates { await ramp.send(crate) }
    }
  }
  Task {
    await trips.wait()
    ramp.close()
  }

  var aboard: [String] = []
  for await crate in ramp where aboard.count < room { aboard.append(crate) }
  return aboard
}
