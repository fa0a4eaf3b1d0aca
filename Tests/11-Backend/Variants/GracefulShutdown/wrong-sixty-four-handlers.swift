// wrong: 64 requests are handled at the same time, and the next one waits
// rejected by: requests are handled at once, at the same time as wrong
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
      await withTaskGroup(of: Void.self) { handlers in
        var running = 0
        while !Task.isCancelled, case .nothing = stop.tryReceive(),
          let request = await select({
            Receive(from: requests)
            Receive(from: stop) { _ in nil }
          })
        {
          let number = inHand.add(request)
          running += 1
          if running > 64 { await handlers.next() }
          handlers.addTask {
            await handle(request)
            inHand.remove(number)
          }
        }
        closing.close()
      }
    }
    group.addTask {
      await closing.receive()  // or the caller was cancelled: then the sleep ends at once, too
      try? await Task.sleep(for: .seconds(10))
    }
    await group.next()
    let late = inHand.requests  // those that still run, and before they hear that they are late
    group.cancelAll()
    return late
  }
}

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
