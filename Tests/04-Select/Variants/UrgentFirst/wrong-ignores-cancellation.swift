// wrong: a task of its own does not hear that the caller was cancelled
// rejected by: cancelling the caller ends the wait as deadlocked
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  await Task {
    var openUrgent: ReceiveChannel<String>? = urgent
    var openRoutine: ReceiveChannel<String>? = routine
    while openUrgent != nil || openRoutine != nil {
      if case .element(let call) = urgent.tryReceive() {
        await reply(call)
        continue
      }
      let call = await select {
        Receive(from: openUrgent) { call in
          if call == nil { openUrgent = nil }
          return call
        }
        Receive(from: openRoutine) { call in
          if call == nil { openRoutine = nil }
          return call
        }
      }
      if let call { await reply(call) }
    }
  }.value
}
