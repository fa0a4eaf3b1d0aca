// right: receives until nil
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  while let crate = await shore.receive() { await island.send(crate) }
  island.close()
}
