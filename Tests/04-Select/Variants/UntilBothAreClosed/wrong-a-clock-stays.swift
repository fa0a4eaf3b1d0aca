// wrong: leaves a task behind that is over only a moment later
// rejected by: nothing that is left at the close is lost as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var openRiver: ReceiveChannel<String>? = river
  var openCanal: ReceiveChannel<String>? = canal
  let clock = Task { try? await Task.sleep(for: .seconds(3_000)) }
  defer { clock.cancel() }
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
    if let crate, await !quay.send(crate) { return }
  }
}
