// right: an actor keeps the requests in hand; the clock is a child task

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let board = Board()
  return await withTaskGroup(of: Void.self) { group in
    var number = 0
    while !Task.isCancelled, case .nothing = stop.tryReceive(),
      let request = await select({
        Receive(from: requests)
        Receive(from: stop) { _ in nil }
      })
    {
      number += 1
      await board.add(number, request)
      group.addTask { [number] in
        await handle(request)
        await board.remove(number)
      }
    }
    let isTimeUp = Channel<Void>(capacity: 1)
    group.addTask {
      await board.waitUntilEmpty(orTimeUp: isTimeUp)
    }
    group.addTask {
      if (try? await Task.sleep(for: .seconds(10))) != nil { await isTimeUp.send(()) }
    }
    let late = await board.late()
    group.cancelAll()
    return late
  }
}

private actor Board {
  private var inHand: [Int: String] = [:]
  private let empty = Channel<Void>(capacity: 1)
  private let decided = Channel<[String]>(capacity: 1)

  func add(_ number: Int, _ request: String) { inHand[number] = request }

  func remove(_ number: Int) {
    inHand[number] = nil
    if inHand.isEmpty { _ = empty.trySend(()) }
  }

  func waitUntilEmpty(orTimeUp timeUp: Channel<Void>) async {
    while !inHand.isEmpty {
      let mustGoOn = await select {
        Receive(from: empty) { $0 != nil }
        Receive(from: timeUp) { _ in false }
      }
      if !mustGoOn { break }
    }
    _ = decided.trySend(Array(inHand.values))
  }

  func late() async -> [String] { await decided.receive() ?? [] }
}
