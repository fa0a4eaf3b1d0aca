// right: a task of its own, with a cancellation handler
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  let answering = Task {
    var open = [urgent, routine]
    while !open.isEmpty {
      if open.count == 2 {
        switch urgent.tryReceive() {
        case .element(let call):
          await reply(call)
          continue
        case .closed:
          open = [routine]
        case .nothing:
          break
        }
      }
      let (index, call): (Int, String?) = await select {
        for (index, channel) in open.enumerated() {
          Receive(from: channel) { call in (index, call) }
        }
      }
      if let call {
        await reply(call)
      } else if Task.isCancelled {
        return
      } else {
        let isRoutine = index == open.count - 1
        if isRoutine {
          // Only urgent calls can come now.
          if open.count == 2 {
            for await call in urgent { await reply(call) }
          }
          return
        }
        open.remove(at: index)
      }
    }
  }
  await withTaskCancellationHandler {
    await answering.value
  } onCancel: {
    answering.cancel()
  }
}
