// wrong: takes every call at once and sorts the calls itself
// rejected by: it takes one call at a time as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  var urgentCalls: [String] = []
  var routineCalls: [String] = []
  while true {
    while case .element(let call) = urgent.tryReceive() { urgentCalls.append(call) }
    while case .element(let call) = routine.tryReceive() { routineCalls.append(call) }
    if !urgentCalls.isEmpty {
      await reply(urgentCalls.removeFirst())
    } else if !routineCalls.isEmpty {
      await reply(routineCalls.removeFirst())
    } else if openUrgent != nil || openRoutine != nil {
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
    } else {
      return
    }
  }
}
