// wrong: adds inside the task, so that the channel may close before a truck comes
// rejected by: a ship takes as much as there is room for as wrong

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  let trips = WaitGroup()
  for truck in trucks {
    Task {
      trips.add()
      defer { trips.done() }
      for crate in await fetch(truck) { await ramp.send(crate) }
    }
  }
  Task {
    await trips.wait()
    ramp.close()
  }

  var aboard: [String] = []
  for await crate in ramp {
    if aboard.count < room { aboard.append(crate) }
  }
  return aboard
}
