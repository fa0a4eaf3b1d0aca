// right: a select with a case for the cancellation
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await select {
    Receive(from: west) { message in message }
    Receive(from: east) { message in message }
    Cancelled { nil }
  }
}
