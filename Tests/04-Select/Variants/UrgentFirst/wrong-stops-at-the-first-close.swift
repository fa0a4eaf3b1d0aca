// wrong: returns when one of the two is closed
// rejected by: it goes on until both are closed as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  while true {
    if case .element(let call) = urgent.tryReceive() {
      await reply(call)
      continue
    }
    let call = await select {
      Receive(from: urgent)
      Receive(from: routine)
    }
    guard let call else { return }
    await reply(call)
  }
}
