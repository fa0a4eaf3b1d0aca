// wrong: waits until it has every crate before it carries the first
// rejected by: a crate does not wait for the next one as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  var crates: [String] = []
  for await crate in shore { crates.append(crate) }
  for crate in crates { await island.send(crate) }
  island.close()
}
