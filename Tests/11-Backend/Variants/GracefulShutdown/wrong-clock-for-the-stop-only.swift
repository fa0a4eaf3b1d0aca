// wrong: starts the clock when `stop` is closed, but not when the requests end
// rejected by: the end of the requests is a stop, too as wrong

public import Channels
import Synchronization

public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let inHand = Register()
  return await withTaskGroup(of: Void.self) { group in
    group.addTask {
      await withDiscardingTaskGroup { handlers in
        while !Task.isCancelled, case .nothing = stop.tryReceive() {
          let request: String? = await select {
            Receive(from: stop) { _ in String?.none }
            Receive(from: requests)
          }
          guard let request else { break }
          let number = inHand.add(request)
          handlers.addTask {
            await handle(request)
            inHand.remove(number)
          }
        }
      }
    }
    group.addTask {
      _ = await stop.receive()
      try? await Task.sleep(for: .seconds(10))
    }
    await group.next()
    let late = inHand.names
    group.cancelAll()
    await group.waitForAll()
    return late
  }
}

private final class Register: Sendable {
  private let state = Mutex<(last: Int, names: [Int: String])>((0, [:]))

  var names: [String] { state.withLock { Array($0.names.values) } }

  func add(_ name: String) -> Int {
    state.withLock { state in
      state.last += 1
      state.names[state.last] = name
      return state.last
    }
  }

  func remove(_ number: Int) { state.withLock { $0.names[number] = nil } }
}
