// wrong: does not return requests without a name
// rejected by: it returns the requests that were not done in time as wrong

public import Channels
import Synchronization

/// Serves requests until it is told to stop, and gives requests under way ten more seconds.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let inHand = InHand()
  let closing = Channel<Void>()
  return await withTaskGroup { group in
    group.addTask {
      await withDiscardingTaskGroup { handlers in
        while !Task.isCancelled, case .nothing = stop.tryReceive(),
          let request = await select({
            Receive(from: requests)
            Receive(from: stop) { _ in nil }
          })
        {
          let number = inHand.add(request)
          handlers.addTask {
            await handle(request)
            inHand.remove(number)
          }
        }
        closing.close()
      }
    }
    group.addTask {
      await closing.receive()
      try? await Task.sleep(for: .seconds(10))
    }
    await group.next()
    let late = inHand.requests
    group.cancelAll()
    return late.filter { !$0.isEmpty }
  }
}

/// The requests that are being handled; each has a number, because names may be equal.
private final class InHand: Sendable {
  private let state = Mutex((last: 0, requests: [Int: String]()))

  var requests: [String] { state.withLock { Array($0.requests.values) } }

  func add(_ request: String) -> Int {
    state.withLock { state in
      state.last += 1
      state.requests[state.last] = request
      return state.last
    }
  }

  func remove(_ number: Int) {
    state.withLock { $0.requests[number] = nil }
  }
}
