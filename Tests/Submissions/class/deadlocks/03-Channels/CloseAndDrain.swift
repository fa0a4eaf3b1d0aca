public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  defer { hold.close() }
  for crate in crates { await hold.send(crate) }
  var unloaded: [String] = []
  for await crate in hold { unloaded.append(crate) }
  return unloaded
}
