// wrong: goes on choosing the channel that is closed
// rejected by: it goes on until both are closed as stuck
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var urgentIsClosed = false
  var routineIsClosed = false
  while !urgentIsClosed || !routineIsClosed {
    if case .element(let call) = urgent.tryReceive() {
      await reply(call)
      continue
    }
    await select {
      Receive(from: urgent) { call in
        if let call { await reply(call) } else { urgentIsClosed = true }
      }
      Receive(from: routine) { call in
        if let call { await reply(call) } else { routineIsClosed = true }
      }
    }
  }
}
