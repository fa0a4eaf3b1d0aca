// wrong: opens all holds at once
// rejected by: when the crate is found, nothing is left behind as wrong

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  await withTaskGroup(of: String.self) { group in
    for hold in holds { group.addTask { await open(hold) } }
    defer { group.cancelAll() }
    for await crate in group where await isMissing(crate) { return crate }
    return nil
  }
}
