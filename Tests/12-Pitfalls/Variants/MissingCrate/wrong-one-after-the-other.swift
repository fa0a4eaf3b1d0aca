// wrong: opens and checks one after the other
// rejected by: opening and checking overlap by one hold as wrong

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  for hold in holds {
    if Task.isCancelled { return nil }
    let crate = await open(hold)
    if await isMissing(crate) { return crate }
  }
  return nil
}
