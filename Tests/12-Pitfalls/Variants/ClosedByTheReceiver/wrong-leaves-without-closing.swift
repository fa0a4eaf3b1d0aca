// wrong: the receiver leaves, and the trucks wait forever
// rejected by: crates for a full ship do no harm as wrong

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
      for crate in await fetch(truck) { await ramp.send(crate) }
    }
  }
  Task {
    await trips.wait()
    ramp.close()
  }

  var aboard: [String] = []
  for await crate in ramp {
    aboard.append(crate)
    if aboard.count == room { break }
  }
  return aboard
}
