// wrong: returns when the first of the two is closed
// rejected by: when one barge is closed the other goes on as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  while true {
    let crate = await select {
      Receive(from: river)
      Receive(from: canal)
    }
    guard let crate, await quay.send(crate) else { return }
  }
}
