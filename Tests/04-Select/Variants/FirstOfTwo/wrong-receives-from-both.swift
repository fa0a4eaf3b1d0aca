// wrong: two children receive at the same time; both may get a message, one is dropped
// rejected by: of the messages that are there it takes one as wrong
// rejected by: of two lookouts who wait one goes on as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await withTaskGroup { group in
    group.addTask { await east.receive() }
    group.addTask { await west.receive() }
    let first = await group.next() ?? nil
    group.cancelAll()
    return first
  }
}
