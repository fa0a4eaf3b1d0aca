// wrong: keeps the requests by name
// rejected by: it returns the requests that were not done in time as wrong

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  await withTaskGroup(of: String?.self) { group in
    var inHand: Set<String> = []
    while !Task.isCancelled, case .nothing = stop.tryReceive(),
      let request = await select({
        Receive(from: requests)
        Receive(from: stop) { _ in nil }
      })
    {
      inHand.insert(request)
      group.addTask {
        await handle(request)
        return request
      }
    }
    group.addTask {
      try? await Task.sleep(for: .seconds(10))
      return nil
    }
    while !inHand.isEmpty, let end = await group.next(), let request = end {
      inHand.remove(request)
    }
    group.cancelAll()
    return Array(inHand)
  }
}
