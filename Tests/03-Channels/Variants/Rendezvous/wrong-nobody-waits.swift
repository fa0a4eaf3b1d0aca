// wrong: each ship leaves when it likes
// rejected by: north waits for south as wrong
/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { group in
    for ship in ["north", "south"] {
      group.addTask {
        await arrive(ship)
        await leave(ship)
      }
    }
  }
}
