// wrong: looks at `count` and takes a call that is gone for the end of the calls
// rejected by: both kinds are heard while it waits as wrong
public import Channels

/// A variant of 4.6.
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
    } else if routine.count > 0 {
      guard case .element(let next) = routine.tryReceive() else { return }
      call = next
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
