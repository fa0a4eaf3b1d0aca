// wrong: cancels the late handlers, and returns before they have ended
// rejected by: after ten seconds the others are cancelled as wrong

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  var handlers: [(request: String, task: Task<Void, Never>)] = []
  while !Task.isCancelled, case .nothing = stop.tryReceive(),
    let request = await select({
      Receive(from: requests)
      Receive(from: stop) { _ in nil }
    })
  {
    handlers.append((request, Task { await handle(request) }))
  }
  let late = await withTaskGroup(of: Int?.self) { [handlers] group in
    var inHand = Set(handlers.indices)
    group.addTask {
      try? await Task.sleep(for: .seconds(10))
      for handler in handlers { handler.task.cancel() }
      return nil
    }
    let ends = Channel<Int>(capacity: handlers.count)
    for (number, handler) in handlers.enumerated() {
      Task {
        await handler.task.value
        await ends.send(number)
      }
    }
    group.addTask {
      for _ in handlers { if await ends.receive() == nil { break } }
      return -1
    }
    if await group.next() == -1 { inHand = [] }
    group.cancelAll()
    return inHand
  }
  return late.map { handlers[$0].request }
}
