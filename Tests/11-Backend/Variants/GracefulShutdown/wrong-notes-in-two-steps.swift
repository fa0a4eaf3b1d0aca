// wrong: notes a request in two steps, so one that ends meanwhile comes back
// rejected by: it returns the requests that were not done in time as wrong
public import Channels
import Synchronization

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
    return late
  }
}

private final class InHand: Sendable {
  private let state = Mutex((last: 0, requests: [Int: String]()))

  var requests: [String] { state.withLock { Array($0.requests.values) } }

  func add(_ request: String) -> Int {
    var (last, requests) = state.withLock { $0 }
    last += 1
    requests[last] = request
    state.withLock { $0 = (last, requests) }
    return last
  }

  func remove(_ number: Int) {
    state.withLock { $0.requests[number] = nil }
  }
}
