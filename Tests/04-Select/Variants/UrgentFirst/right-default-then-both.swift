// right: a select with a default, then one without, as in Go
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while openUrgent != nil || openRoutine != nil {
    let first = await select {
      Receive(from: openUrgent)
      Default { nil }
    }
    if let first {
      await reply(first)
      continue
    }
    let next = await select {
      Receive(from: openUrgent) { call in
        if call == nil { openUrgent = nil }
        return call
      }
      Receive(from: openRoutine) { call in
        if call == nil { openRoutine = nil }
        return call
      }
    }
    if let next { await reply(next) }
  }
}
