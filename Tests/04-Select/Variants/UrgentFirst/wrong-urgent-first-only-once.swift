// wrong: looks for urgent calls at the beginning only
// rejected by: an urgent call during a reply is the next as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while case .element(let call) = urgent.tryReceive() { await reply(call) }
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
