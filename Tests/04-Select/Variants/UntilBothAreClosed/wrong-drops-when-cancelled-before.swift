// wrong: takes a crate in a cancelled task, looks at the cancellation, and drops the crate
// rejected by: cancelled while it waits for a crate it returns as wrong
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
    if Task.isCancelled { return }
    if let crate, await !quay.send(crate) { return }
  }
}
