// wrong: a task for each crate, so that one may overtake another
// rejected by: every crate comes out in order as wrong
public import Channels

/// A variant of 3.5.
public func closeAndDrain(_ crates: [String], through hold: Channel<String>) async -> [String] {
  await withTaskGroup { group in
    for crate in crates { group.addTask { _ = await hold.send(crate) } }
  }
  hold.close()
  var unloaded: [String] = []
  for await crate in hold { unloaded.append(crate) }
  return unloaded
}
