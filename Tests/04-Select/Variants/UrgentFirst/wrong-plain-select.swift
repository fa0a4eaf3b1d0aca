// wrong: a plain select, which chooses at random when both have calls
// rejected by: urgent calls go before all others as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while openUrgent != nil || openRoutine != nil {
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
}
