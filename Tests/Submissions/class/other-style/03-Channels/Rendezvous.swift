/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  for sail in [arrive, leave] {
    await withTaskGroup { group in
      for ship in ["north", "south"] { group.addTask { await sail(ship) } }
    }
  }
}
