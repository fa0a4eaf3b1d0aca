// wrong: without new crates it neither drains nor closes
// rejected by: afterwards the channel is closed as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  if crates.isEmpty { return [] }
  for c in crates { await hold.send(c) }
  hold.close()
  var all: [String] = []
  for await c in hold { all.append(c) }
  return all
}
