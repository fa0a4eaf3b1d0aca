// wrong: the child that opens the next hold may begin after the crate was found
// rejected by: when the crate is found, nothing is left behind as wrong

import Channels

/// Opens the holds of a ship until the crate that is missing is found.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  guard let first = holds.first, !Task.isCancelled else { return nil }
  var crate = await open(first)
  for hold in holds.dropFirst() {
    if Task.isCancelled { return nil }
    async let next = open(hold)
    if await isMissing(crate) { return crate }
    crate = await next
  }
  if Task.isCancelled { return nil }
  return await isMissing(crate) ? crate : nil
}
