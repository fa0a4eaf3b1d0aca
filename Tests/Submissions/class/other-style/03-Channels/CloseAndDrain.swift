public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { _ = hold.trySend(crate) }
  hold.close()
  var unloaded: [String] = []
  while case .element(let crate) = hold.tryReceive() { unloaded.append(crate) }
  return unloaded
}
