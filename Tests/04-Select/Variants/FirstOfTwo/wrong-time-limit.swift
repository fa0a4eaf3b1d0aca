// wrong: gives up after a quiet minute
// rejected by: the first message is returned when it comes as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await select {
    Receive(from: east)
    Receive(from: west)
    After(.seconds(60)) { nil }
    Cancelled { nil }
  }
}
