// right: a select that makes its cases in a loop
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await select {
    for channel in [east, west] {
      Receive(from: channel)
    }
  }
}
