// wrong: a buffer for what does not fit, and a wait for the last truck
// rejected by: a full ship keeps no large truck waiting as deadlocked

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>(capacity: 1_000)
  let trips = WaitGroup()
  for truck in trucks {
    trips.add()
    Task {
      defer { trips.done() }
      for crate in await fetch(truck) { await ramp.send(crate) }
    }
  }
  let closing = Task {
    await trips.wait()
    ramp.close()
  }

  var aboard: [String] = []
  for await crate in ramp {
    aboard.append(crate)
    if aboard.count == room { break }
  }
  await closing.value
  return aboard
}
