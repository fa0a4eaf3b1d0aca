// wrong: looks for room on the quay and then tries to send; the room may be gone
// rejected by: the quay stays open for others as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var openRiver: ReceiveChannel<String>? = river
  var openCanal: ReceiveChannel<String>? = canal
  while openRiver != nil || openCanal != nil {
    let crate = await select {
      Receive(from: openRiver) { crate in
        if crate == nil { openRiver = nil }
        return crate
      }
      Receive(from: openCanal) { crate in
        if crate == nil { openCanal = nil }
        return crate
      }
    }
    guard let crate else { continue }
    if quay.count < quay.capacity {
      _ = quay.trySend(crate)
    } else if await !quay.send(crate) {
      return
    }
  }
}
