// wrong: loads in the order of the list, not of the arrivals
// rejected by: a ship takes as much as there is room for as wrong

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let trips = trucks.map { truck in Task { await fetch(truck) } }
  var aboard: [String] = []
  for trip in trips { aboard += await trip.value.prefix(room - aboard.count) }
  return aboard
}
