// wrong: leaves the island waiting for more
// rejected by: crates cross in order as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  for await crate in shore { await island.send(crate) }
}
