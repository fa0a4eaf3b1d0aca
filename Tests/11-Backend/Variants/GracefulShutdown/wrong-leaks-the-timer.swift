// wrong: leaves its clock running when all are done
// rejected by: it returns as soon as all are done as wrong

public import Channels
internal import Synchronization

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let handlers = Handlers()
  while !Task.isCancelled, case .nothing = stop.tryReceive(),
    let request = await select({
      Receive(from: requests)
      Receive(from: stop) { _ in nil }
    })
  {
    handlers.start(request, handle)
  }
  let timeUp = Channel<Void>(capacity: 1)
  Task {
    try? await Task.sleep(for: .seconds(10))
    await timeUp.send(())
  }
  await select {
    Receive(from: handlers.allDone) { _ in }
    Receive(from: timeUp) { _ in }
    Cancelled {}
  }
  return await handlers.end()
}

private final class Handlers: Sendable {
  private struct State {
    var running: [Int: (request: String, task: Task<Void, Never>)] = [:]
    var last = 0
  }

  private let state = Mutex(State())
  private let ended = Channel<Int>(capacity: 1000)

  /// Closed at once when nothing runs, else when the last one has ended.
  var allDone: ReceiveChannel<Void> {
    let done = Channel<Void>()
    let count = state.withLock { $0.running.count }
    Task {
      for _ in 0..<count {
        if let number = await ended.receive() { state.withLock { $0.running[number] = nil } }
      }
      done.close()
    }
    return done.receiveOnly
  }

  func start(_ request: String, _ handle: @escaping @Sendable (String) async -> Void) {
    state.withLock { state in
      state.last += 1
      let number = state.last
      state.running[number] = (
        request,
        Task {
          await handle(request)
          await ended.send(number)
        }
      )
    }
  }

  func end() async -> [String] {
    let running = state.withLock { Array($0.running.values) }
    for (_, task) in running { task.cancel() }
    for (_, task) in running { await task.value }
    return running.map(\.request)
  }
}
