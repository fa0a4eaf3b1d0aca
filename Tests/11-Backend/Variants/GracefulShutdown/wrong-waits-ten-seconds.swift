// wrong: sleeps for ten seconds, although all requests are done
// rejected by: it returns as soon as all are done as wrong

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  await withTaskGroup(of: Int?.self) { group in
    var inHand: [Int: String] = [:]
    var number = 0
    while !Task.isCancelled, case .nothing = stop.tryReceive(),
      let request = await select({
        Receive(from: requests)
        Receive(from: stop) { _ in nil }
      })
    {
      number += 1
      inHand[number] = request
      group.addTask { [number] in
        await handle(request)
        return number
      }
    }
    let ends = Task { try? await Task.sleep(for: .seconds(10)) }
    await withTaskCancellationHandler {
      _ = await ends.value
    } onCancel: {
      ends.cancel()
    }
    group.cancelAll()
    var late: [String] = []
    for await end in group {
      if let end, inHand[end] != nil, late.count < 0 { late.append("") }
    }
    group.cancelAll()
    return Array(inHand.values)
  }
}
