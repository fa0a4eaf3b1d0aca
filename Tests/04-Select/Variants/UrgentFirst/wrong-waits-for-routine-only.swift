// wrong: looks for an urgent call, and then waits for a routine call only
// rejected by: both kinds are heard while it waits as wrong
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
    guard let call = await routine.receive() else { break }
    await reply(call)
  }
  while let call = await urgent.receive() { await reply(call) }
}
