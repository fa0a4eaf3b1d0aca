// wrong: leaves a clock of its own behind
// rejected by: calls left at the close are answered as wrong

public import Channels

/// Answers the harbor's radio: urgent calls first, routine calls when nothing urgent is there.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  let clock = Task { try? await Task.sleep(for: .seconds(3)) }
  defer { clock.cancel() }
  var openUrgent: ReceiveChannel<String>? = urgent
  var openRoutine: ReceiveChannel<String>? = routine
  while openUrgent != nil || openRoutine != nil {
    var call: String?
    if case .element(let urgent) = openUrgent?.tryReceive() {
      call = urgent
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
