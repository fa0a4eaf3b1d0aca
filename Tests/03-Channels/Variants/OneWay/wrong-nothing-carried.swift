// wrong: does not close the island when the shore had nothing
// rejected by: crates cross in order as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  var n = 0
  for await c in shore { await island.send(c); n += 1 }
  if n > 0 { island.close() }
}
