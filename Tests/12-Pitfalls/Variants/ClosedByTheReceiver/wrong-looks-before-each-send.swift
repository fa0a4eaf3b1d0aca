// wrong: a truck looks whether the ship is full, and sends after that
// rejected by: crates for a full ship do no harm as wrong

import Channels
import Synchronization

/// Says whether there is room.
private final class Ship: Sendable {
  let isFull = Atomic(false)
}

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  let trips = WaitGroup()
  let ship = Ship()
  for truck in trucks {
    trips.add()
    Task {
      defer { trips.done() }
      for crate in await fetch(truck) {
        if !ship.isFull.load(ordering: .relaxed) { await ramp.send(crate) }
      }
    }
  }
  Task {
    await trips.wait()
    if !ship.isFull.load(ordering: .relaxed) { ramp.close() }
  }

  var aboard: [String] = []
  for await crate in ramp {
    aboard.append(crate)
    if aboard.count == room {
      ship.isFull.store(true, ordering: .relaxed)
      ramp.close()
      break
    }
  }
  return aboard
}
