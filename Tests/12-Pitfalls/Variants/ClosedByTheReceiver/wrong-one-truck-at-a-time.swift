// wrong: lets a truck start when the one before is back
// rejected by: all trucks drive at the same time as wrong

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  var aboard: [String] = []
  for truck in trucks {
    aboard += await fetch(truck).prefix(room - aboard.count)
  }
  return aboard
}
