// wrong: gives up after a quiet hour
// rejected by: the first message is returned when it comes as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await select {
    Receive(from: east)
    Receive(from: west)
    After(.seconds(3_600)) { nil }
    Cancelled { nil }
  }
}
