// right: raw tasks, each of which waits for the other's arrival
/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let arrivals = ["north", "south"].map { ship in Task { await arrive(ship) } }
  let departures = ["north", "south"].map { ship in
    Task {
      for arrival in arrivals { await arrival.value }
      await leave(ship)
    }
  }
  for departure in departures { await departure.value }
}
