// wrong: waits until both channels have had a message
// rejected by: the first message is returned when it comes as deadlocked
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  async let fromEast = east.receive()
  async let fromWest = west.receive()
  let messages = await [fromEast, fromWest]
  return messages[0] ?? messages[1]
}
