// wrong: starts a task for each crate, so that crates overtake each other
// rejected by: nothing that is left at the close is lost as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var openRiver: ReceiveChannel<String>? = river
  var openCanal: ReceiveChannel<String>? = canal
  await withTaskGroup { group in
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
      if let crate { group.addTask { await quay.send(crate) } }
    }
    await group.waitForAll()
  }
}
