// right: closes when it leaves, whichever way
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  defer { island.close() }
  for await crate in shore {
    guard await island.send(crate) else { return }
  }
}
