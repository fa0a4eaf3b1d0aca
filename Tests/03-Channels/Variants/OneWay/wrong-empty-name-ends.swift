// wrong: takes a crate without a name for the end
// rejected by: crates cross in order as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  while let c = await shore.receive(), !c.isEmpty { await island.send(c) }
  island.close()
}
