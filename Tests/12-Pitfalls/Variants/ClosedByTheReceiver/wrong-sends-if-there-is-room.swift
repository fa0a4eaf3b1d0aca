// wrong: does not wait to send, and loses crates when the buffer is full
// rejected by: a ship that is full in the end takes everything as wrong

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>(capacity: 10)
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
  for await crate in ramp where aboard.count < room { aboard.append(crate) }
  return aboard
}
