// wrong: lets every truck drive twice
// rejected by: all trucks drive at the same time as wrong

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  let trips = WaitGroup()
  for truck in trucks {
    trips.add()
    Task {
      defer { trips.done() }
      _ = await fetch(truck)
      for crate in await fetch(truck) { await ramp.send(crate) }
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
