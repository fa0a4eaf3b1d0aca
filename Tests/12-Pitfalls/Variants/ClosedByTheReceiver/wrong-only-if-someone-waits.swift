// wrong: a truck drops a crate when the receiver is not waiting
// rejected by: a ship takes as much as there is room for as wrong

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
      for crate in await fetch(truck) { _ = ramp.trySend(crate) }
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
