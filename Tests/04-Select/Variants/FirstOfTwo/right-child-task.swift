// right: a child task runs the select
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  async let news = select {
    Receive(from: east)
    Receive(from: west)
  }
  return await news
}
