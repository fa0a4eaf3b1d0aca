// right: an actor keeps the lines that are being written

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  let clerk = Clerk()
  for ship in ships {
    await pilot(ship)
    await clerk.begin(ship, log)
  }
  await clerk.finish()
}

private actor Clerk {
  private var lines: [Task<Void, Never>] = []

  func begin(_ ship: String, _ log: @escaping @Sendable (String) async -> Void) {
    lines.append(Task { await log(ship) })
  }

  func finish() async {
    for line in lines { await line.value }
  }
}
