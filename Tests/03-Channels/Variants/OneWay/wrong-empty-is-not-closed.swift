// wrong: takes a shore that is empty for a moment for a closed one
// rejected by: a crate does not wait for the next one as wrong
public import Channels

public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  var crate = await shore.receive()
  while let loaded = crate {
    await island.send(loaded)
    if case .element(let next) = shore.tryReceive() { crate = next } else { crate = nil }
  }
  island.close()
}
