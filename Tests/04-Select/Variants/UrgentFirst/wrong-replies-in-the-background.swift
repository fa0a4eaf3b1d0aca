// wrong: does not wait for a reply before it takes the next call
// rejected by: it takes one call at a time as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  await withTaskGroup { group in
    while openUrgent != nil || openRoutine != nil {
      if case .element(let call) = urgent.tryReceive() {
        group.addTask { await reply(call) }
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
      if let call { group.addTask { await reply(call) } }
    }
    await group.waitForAll()
  }
}
