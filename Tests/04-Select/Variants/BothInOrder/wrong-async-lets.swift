// wrong: waits for both at once, and lists them in the order of the code
// rejected by: the earlier report comes first as wrong
public import Channels

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  async let fromNorth = north.receive()
  async let fromSouth = south.receive()
  return await [fromNorth, fromSouth].compactMap(\.self)
}
