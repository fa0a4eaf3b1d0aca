// wrong: sees a request and then waits for it only, but another server may take it first
// rejected by: after the stop no request is accepted as wrong

public import Channels
import Synchronization

/// Serves requests until it is told to stop, and gives requests under way ten more seconds.
///
/// Every request is accepted as soon as it arrives, and handled at once, at the same time as all
/// others. The server stops accepting when `stop` is closed, or when `requests` is closed and
/// empty. Once `stop` is closed or the caller is cancelled, at most one more request is accepted.
/// The others are left for another receiver.
///
/// When the server has stopped accepting, for either reason, the requests under way have ten more
/// seconds. As soon as all of them have ended, the call returns. When the ten seconds have passed,
/// it cancels the handlers that still run, waits until they have ended, and returns the names of
/// their requests. No handler is cancelled earlier.
///
/// If the caller is cancelled, even during the ten seconds, all handlers are cancelled at once. The
/// call returns when they have ended; which names it returns then is up to you. Nothing that you
/// start outlives the call.
///
///     // "dock" and "sail" need an hour each; `stop` is closed after 20 s.
///     await serve(requests, until: stop) { request in await handle(request) }
///     // "dock", "sail", in any order, after 30 s
///
/// - Parameters:
///   - requests: Where requests arrive; equal names are different requests.
///   - stop: Nothing is sent here; when it is closed, the server must stop.
///   - handle: Handles one request; may react to cancellation late, or not at all.
/// - Returns: The names of the requests that were not done in time, in any order.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let inHand = InHand()
  let closing = Channel<Void>()
  return await withTaskGroup { group in
    group.addTask {
      await withDiscardingTaskGroup { handlers in
        while !Task.isCancelled, case .nothing = stop.tryReceive() {
          let request: String?
          if requests.count > 0 {
            request = await requests.receive()
          } else {
            request = await select {
              Receive(from: requests)
              Receive(from: stop) { _ in nil }
            }
          }
          guard let request else { break }
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
