// right: an event loop: the next request, every handler and the clock are children of a group

public import Channels

private enum Event { case request(String), closed, done(Int), time, silence }

public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  await withTaskGroup(of: Event.self) { group in
    var last = 0
    var inHand: [Int: String] = [:]
    var late: [String] = []
    var isAccepting = true
    group.addTask { await accept(requests, stop) }
    for await event in group {
      switch event {
      case .request(let name):
        last += 1
        let number = last
        inHand[number] = name
        group.addTask {
          await handle(name)
          return .done(number)
        }
        group.addTask { await accept(requests, stop) }
      case .closed:
        isAccepting = false
        if inHand.isEmpty { break }
        group.addTask {
          do { try await Task.sleep(for: .seconds(10)) } catch { return .silence }
          return .time
        }
      case .done(let number):
        inHand[number] = nil
        if inHand.isEmpty, !isAccepting { group.cancelAll() }
      case .time:
        late = Array(inHand.values)
        group.cancelAll()
      case .silence: break
      }
    }
    return late
  }
}

private func accept(
  _ requests: ReceiveChannel<String>, _ stop: ReceiveChannel<Void>
) async -> Event {
  guard !Task.isCancelled, case .nothing = stop.tryReceive() else { return .closed }
  return await select {
    Receive(from: stop) { _ in .closed }
    Receive(from: requests) { request in
      if let request { .request(request) } else { .closed }
    }
    Cancelled { .closed }
  }
}
