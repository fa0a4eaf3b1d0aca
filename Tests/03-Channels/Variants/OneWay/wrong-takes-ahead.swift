// wrong: takes the next crate while this one waits for a receiver
// rejected by: the next crate is taken when this one has arrived as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  var next = await shore.receive()
  while let c = next {
    async let n = shore.receive()
    await island.send(c)
    next = await n
  }
  island.close()
}
