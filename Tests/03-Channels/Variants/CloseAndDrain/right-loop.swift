// right: a loop over the channel
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  for crate in crates { await hold.send(crate) }
  hold.close()
  return await hold.reduce(into: []) { $0.append($1) }
}
