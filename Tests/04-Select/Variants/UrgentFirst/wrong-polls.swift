// wrong: looks at both every 200 ms
// rejected by: both kinds are heard while it waits as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  var isOpen = true
  while isOpen, !Task.isCancelled {
    let first = urgent.tryReceive()
    if case .element(let call) = first {
      await reply(call)
      continue
    }
    switch routine.tryReceive() {
    case .element(let call): await reply(call)
    case .closed where first == .closed: isOpen = false
    case .closed, .nothing: try? await Task.sleep(for: .milliseconds(200))
    }
  }
}
