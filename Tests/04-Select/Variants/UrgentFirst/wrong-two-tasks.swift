// wrong: a task for each kind, so that two calls are answered at once
// rejected by: it takes one call at a time as wrong
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  await withTaskGroup { group in
    for channel in [urgent, routine] {
      group.addTask {
        while let call = await channel.receive() { await reply(call) }
      }
    }
  }
}
