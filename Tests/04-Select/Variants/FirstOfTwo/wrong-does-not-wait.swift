// wrong: a default case ends the select at once
// rejected by: the first message is returned when it comes as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await select {
    Receive(from: east)
    Receive(from: west)
    Default { nil }
  }
}
