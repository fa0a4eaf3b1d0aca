// wrong: takes out what is there, but tells nobody that this was all
// rejected by: afterwards the channel is closed as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  var unloaded: [String] = []
  while hold.count > 0 {
    if let crate = await hold.receive() { unloaded.append(crate) }
  }
  return unloaded
}
