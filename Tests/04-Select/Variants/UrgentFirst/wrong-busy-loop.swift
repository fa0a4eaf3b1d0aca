// wrong: a default case in a loop, which never waits
// rejected by: both kinds are heard while it waits as stuck
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while !Task.isCancelled, openUrgent != nil || openRoutine != nil {
    await select {
      Receive(from: openUrgent) { call in
        if let call { await reply(call) } else { openUrgent = nil }
      }
      Default {
        await select {
          Receive(from: openRoutine) { call in
            if let call { await reply(call) } else { openRoutine = nil }
          }
          Default {}
        }
      }
    }
  }
}
