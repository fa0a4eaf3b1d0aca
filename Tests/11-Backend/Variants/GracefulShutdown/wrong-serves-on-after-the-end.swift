// wrong: does not see that the requests have ended, and waits for the stop
// rejected by: the end of the requests is a stop, too as deadlocked

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  await withTaskGroup(of: Int?.self) { group in
    var inHand: [Int: String] = [:]
    var number = 0
    var open: ReceiveChannel<String>? = requests
    while !Task.isCancelled, case .nothing = stop.tryReceive() {
      var hasEnded = false
      let request: String? = await select {
        Receive(from: open) { request in
          hasEnded = request == nil
          return request
        }
        Receive(from: stop) { _ in nil }
      }
      if hasEnded { open = nil }
      guard let request else { continue }
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
