// right: a group brings the crates; nothing has to be closed

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  await withTaskGroup { group in
    for truck in trucks {
      group.addTask { await fetch(truck) }
    }
    return await group.reduce(into: []) { aboard, crates in
      aboard += crates.prefix(room - aboard.count)
    }
  }
}
