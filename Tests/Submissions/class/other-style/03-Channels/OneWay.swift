public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  async let crossing: Void = {
    for await crate in shore { await island.send(crate) }
  }()
  await crossing
  island.close()
}
