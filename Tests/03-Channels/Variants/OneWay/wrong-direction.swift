// wrong: closes the shore, which only its senders may do; the type does not let it
// rejected by: crates cross in order as rejected
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  for await crate in shore { await island.send(crate) }
  shore.close()
}
