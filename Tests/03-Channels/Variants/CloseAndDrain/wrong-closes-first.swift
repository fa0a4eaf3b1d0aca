// wrong: closes before it sends
// rejected by: every crate comes out in order as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  hold.close()
  for crate in crates { await hold.send(crate) }
  var unloaded: [String] = []
  while let crate = await hold.receive() { unloaded.append(crate) }
  return unloaded
}
