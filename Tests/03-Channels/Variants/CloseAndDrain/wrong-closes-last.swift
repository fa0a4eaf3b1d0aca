// wrong: closes after the loop that waits for the close
// rejected by: every crate comes out in order as deadlocked
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  defer { hold.close() }
  for crate in crates { await hold.send(crate) }
  var unloaded: [String] = []
  for await crate in hold { unloaded.append(crate) }
  return unloaded
}
