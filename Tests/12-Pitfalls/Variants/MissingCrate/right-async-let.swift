// right: opens the next hold in an `async let` beside the check

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  guard let hold = holds.first else { return nil }
  var crate = await open(hold)
  for hold in holds.dropFirst() {
    if Task.isCancelled { return nil }
    async let next = Task.isCancelled ? nil : open(hold)  // It may begin late.
    if await isMissing(crate) { return crate }
    guard let opened = await next else { return nil }
    crate = opened
  }
  if Task.isCancelled { return nil }
  return await isMissing(crate) ? crate : nil
}
