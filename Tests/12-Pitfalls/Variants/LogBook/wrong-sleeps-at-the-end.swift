// wrong: sleeps before it returns, so that the lines can be written
// rejected by: every line is written when it returns as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  for ship in ships {
    await pilot(ship)
    Task { await log(ship) }
  }
  try? await Task.sleep(for: .seconds(5))
}
