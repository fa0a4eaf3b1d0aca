// right: a select until one is closed, then a loop over the other
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  while true {
    let (crate, other) = await select {
      Receive(from: river) { ($0, canal) }
      Receive(from: canal) { ($0, river) }
    }
    if let crate {
      guard await quay.send(crate) else { return }
    } else {
      while let crate = await other.receive() {
        guard await quay.send(crate) else { return }
      }
      return
    }
  }
}
