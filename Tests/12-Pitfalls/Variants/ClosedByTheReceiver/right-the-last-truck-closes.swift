// right: a count says which truck is the last one, and it closes

import Channels

/// Counts the trucks that are on the road.
private actor Road {
  private var trucks: Int

  init(trucks: Int) {
    self.trucks = trucks
  }

  /// Takes a truck off the road; whether it was the last.
  func leave() -> Bool {
    trucks -= 1
    return trucks == 0
  }
}

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  guard !trucks.isEmpty else { return [] }
  let ramp = Channel<[String]>()
  let road = Road(trucks: trucks.count)
  for truck in trucks {
    Task {
      await ramp.send(await fetch(truck))
      if await road.leave() { ramp.close() }
    }
  }

  var aboard: [String] = []
  for await crates in ramp { aboard += crates.prefix(room - aboard.count) }
  return aboard
}
