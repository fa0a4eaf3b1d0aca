// wrong: looks at `count` and then waits for routine calls only; the call may be gone
// rejected by: both kinds are heard while it waits as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var open: [ReceiveChannel<String>?] = [urgent, routine]
  while open[0] != nil || open[1] != nil {
    var call: String?
    if case .element(let urgent) = open[0]?.tryReceive() {
      call = urgent
    } else if routine.count > 0 {
      call = await routine.receive()
    } else {
      call = await select {
        Receive(from: open[0]) { call in
          if call == nil { open[0] = nil }
          return call
        }
        Receive(from: open[1]) { call in
          if call == nil { open[1] = nil }
          return call
        }
      }
    }
    if let call { await reply(call) }
  }
}
