// right: receives one load from each truck; no close is needed

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<[String]>(capacity: trucks.count)
  let trips = trucks.map { truck in Task { await ramp.send(await fetch(truck)) } }

  var aboard: [String] = []
  for _ in trucks {
    guard let crates = await ramp.receive() else { break }
    aboard += crates.prefix(room - aboard.count)
  }
  for trip in trips { _ = await trip.value }
  return aboard
}
