// wrong: takes an empty urgent call that it has waited for as the end
// rejected by: both kinds are heard while it waits as wrong

public import Channels

/// Answers the harbor's radio: urgent calls first, routine calls when nothing urgent is there.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while openUrgent != nil || openRoutine != nil {
    var call: String?
    if case .element(let urgent) = openUrgent?.tryReceive() {
      call = urgent
    } else {
      call = await select {
        Receive(from: openUrgent) { call in
          if (call ?? "").isEmpty { openUrgent = nil }
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
