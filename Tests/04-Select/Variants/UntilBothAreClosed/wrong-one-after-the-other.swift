// wrong: forwards the river to its end before it looks at the canal
// rejected by: each crate is forwarded when it comes as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  while let crate = await river.receive() {
    guard await quay.send(crate) else { return }
  }
  while let crate = await canal.receive() {
    guard await quay.send(crate) else { return }
  }
}
