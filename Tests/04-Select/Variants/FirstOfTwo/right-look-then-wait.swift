// right: looks at both without waiting, then waits for both
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  for channel in [west, east] {
    if case .element(let message) = channel.tryReceive() { return message }
  }
  var news: String?
  await select {
    Receive(from: east) { news = $0 }
    Receive(from: west) { news = $0 }
  }
  return news
}
