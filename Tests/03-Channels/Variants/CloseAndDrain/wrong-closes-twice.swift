// wrong: sender and receiver both close
// rejected by: afterwards the channel is closed as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  hold.close()
  var unloaded: [String] = []
  while let crate = await hold.receive() { unloaded.append(crate) }
  hold.close()
  return unloaded
}
