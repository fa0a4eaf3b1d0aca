// wrong: cancels the trucks that are still on the road
// rejected by: every truck finishes its trip as wrong

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  await withTaskGroup { group in
    for truck in trucks {
      group.addTask { await fetch(truck) }
    }
    var aboard: [String] = []
    for await crates in group {
      aboard += crates.prefix(room - aboard.count)
      if aboard.count == room { group.cancelAll() }
    }
    return aboard
  }
}
