// wrong: looks at `count` and then waits on that channel only; the message may be gone
// rejected by: others who receive from the channels get theirs as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  if east.count > 0 { return await east.receive() }
  if west.count > 0 { return await west.receive() }
  return await select {
    Receive(from: east)
    Receive(from: west)
  }
}
