// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling the caller ends the wait as deadlocked
public import Channels

public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  let wasCancelled = Task.isCancelled
  let all = Task<Void, Never> {
    var openUrgent: ReceiveChannel<String>? = urgent
    var openRoutine: ReceiveChannel<String>? = routine
    while openUrgent != nil || openRoutine != nil {
      var call: String?
      if case .element(let urgent) = openUrgent?.tryReceive() {
        call = urgent
      } else {
        call = await select {
          Receive(from: openUrgent) { call in
            if call == nil { openUrgent = nil }
            return call
          }
          Receive(from: openRoutine) { call in
            if call == nil { openRoutine = nil }
            return call
          }
        }
      }
      if let call { await reply(call) }
    }
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
