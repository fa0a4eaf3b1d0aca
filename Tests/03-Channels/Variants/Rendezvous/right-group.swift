// right: no channel: a group that waits for both to arrive, then one that waits for both to leave
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
