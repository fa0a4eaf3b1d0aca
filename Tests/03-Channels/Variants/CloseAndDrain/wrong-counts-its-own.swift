// wrong: receives as often as it has sent, whatever else lies in the hold
// rejected by: an earlier load comes out first as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  hold.close()
  var unloaded: [String] = []
  for _ in crates {
    if let crate = await hold.receive() { unloaded.append(crate) }
  }
  return unloaded
}
