// wrong: takes two crates of one name for the same
// rejected by: every crate comes out in order as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  var seen = Set<String>()
  for c in crates { await hold.send(c) }
  hold.close()
  var all: [String] = []
  for await c in hold where seen.insert(c).inserted { all.append(c) }
  return all
}
