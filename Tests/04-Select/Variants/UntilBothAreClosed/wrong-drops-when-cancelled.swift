// wrong: ignores what send returns; cancelled, it takes every crate and drops it
// rejected by: cancelled while the quay is full it takes no more as wrong
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
    if let crate { await quay.send(crate) }
  }
}
