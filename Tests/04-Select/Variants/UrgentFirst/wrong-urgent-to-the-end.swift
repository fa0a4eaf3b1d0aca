// wrong: answers urgent calls until that channel is closed, then the others
// rejected by: both kinds are heard while it waits as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  while let call = await urgent.receive() { await reply(call) }
  while let call = await routine.receive() { await reply(call) }
}
