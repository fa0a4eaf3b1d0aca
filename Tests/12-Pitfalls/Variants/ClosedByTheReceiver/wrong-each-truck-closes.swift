// wrong: every truck closes when it has brought its crates
// rejected by: a ship takes as much as there is room for as wrong

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  for truck in trucks {
    Task {
      for crate in await fetch(truck) { await ramp.send(crate) }
      ramp.close()
    }
  }

  var aboard: [String] = []
  for await crate in ramp {
    aboard.append(crate)
    if aboard.count == room { break }
  }
  return aboard
}
