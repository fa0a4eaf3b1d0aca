// right: a chain of `async let`s, one for each ship

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  guard let ship = ships.first else { return }
  await pilot(ship)
  async let line: Void = log(ship)
  await bringIn(Array(ships.dropFirst()), pilot: pilot, log: log)
  await line
}
