// wrong: returns after the next line if the caller is cancelled while lines are written
// rejected by: a cancelled caller gets every line as wrong
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  var tasks: [Task<Void, Never>] = []
  do {
    for ship in ships {
      await pilot(ship)
      tasks.append(Task { await log(ship) })
    }
  }
  let early = Task.isCancelled
  for task in tasks {
    await task.value
    if Task.isCancelled, !early { return }
  }
}
