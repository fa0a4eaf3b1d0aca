// wrong: takes out 64 crates at most
// rejected by: every crate comes out in order as wrong
public import Channels

public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  hold.close()

  var unloaded: [String] = []
  while unloaded.count < 64, let crate = await hold.receive() { unloaded.append(crate) }
  return unloaded
}
