// wrong: returns the first message, but leaves a task that takes the later one
// rejected by: the later message is left for another receiver as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let news = Channel<String>(capacity: 2)
  for channel in [east, west] {
    Task {
      if let message = await channel.receive() { await news.send(message) }
    }
  }
  return await news.receive()
}
