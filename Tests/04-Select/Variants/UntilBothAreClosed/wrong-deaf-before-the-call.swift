// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelled while it waits for a crate it returns as deadlocked
public import Channels

public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  let wasCancelled = Task.isCancelled
  let all = Task<Void, Never> {
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
      if let crate, await !quay.send(crate) { return }
    }
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
