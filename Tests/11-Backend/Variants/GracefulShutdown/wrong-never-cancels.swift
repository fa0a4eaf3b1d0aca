// wrong: returns the names after ten seconds, and lets the handlers run on
// rejected by: after ten seconds the others are cancelled as wrong

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
    group.addTask {
      try? await Task.sleep(for: .seconds(10))
      return nil
    }
    while !inHand.isEmpty, let end = await group.next(), let number = end {
      inHand[number] = nil
    }
    return Array(inHand.values)
  }
}
