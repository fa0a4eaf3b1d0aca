// wrong: looks for the stop only when a request has come
// rejected by: requests are handled at once, at the same time as wrong

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
      let request = await requests.receive()
    {
      number += 1
      inHand[number] = request
      group.addTask { [number] in
        await handle(request)
        return number
      }
    }
    group.addTask {
      try? await Task.sleep(for: .seconds(10))
      return nil
    }
    while !inHand.isEmpty, let end = await group.next(), let number = end {
      inHand[number] = nil
    }
    group.cancelAll()
    return Array(inHand.values)
  }
}
