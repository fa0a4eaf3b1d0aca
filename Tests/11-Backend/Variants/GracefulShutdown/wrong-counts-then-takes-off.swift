// wrong: counts what runs and takes off its own in two sections, so that no one is the last
// rejected by: it returns as soon as all are done as wrong
public import Channels
internal import Synchronization

public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let handlers = Handlers(handle)
  while !Task.isCancelled, case .nothing = stop.tryReceive(),
    let request = await select({
      Receive(from: requests)
      Receive(from: stop) { _ in nil }
    })
  {
    handlers.start(request)
  }
  let allDone = handlers.allDone()
  await select {
    Receive(from: allDone) { _ in }
    After(.seconds(10)) {}
  }
  return await handlers.end()
}

private final class Handlers: Sendable {
  private struct State {
    var running: [Int: String] = [:]
    var tasks: [Task<Void, Never>] = []
    var last: Channel<Void>?
  }

  private let state = Mutex(State())
  private let handle: @Sendable (String) async -> Void

  init(_ handle: @escaping @Sendable (String) async -> Void) { self.handle = handle }

  func start(_ request: String) {
    state.withLock { state in
      let number = state.tasks.count
      state.running[number] = request
      state.tasks.append(
        Task {
          await handle(request)
          end(number)
        })
    }
  }

  private func end(_ number: Int) {
    let isLast = state.withLock { $0.running.count == 1 }
    state.withLock { $0.running[number] = nil }
    let last = isLast ? state.withLock { $0.last } : nil
    last?.close()
  }

  func allDone() -> ReceiveChannel<Void> {
    let channel = Channel<Void>()
    let isDone = state.withLock { state in
      if !state.running.isEmpty { state.last = channel }
      return state.running.isEmpty
    }
    if isDone { channel.close() }
    return channel.receiveOnly
  }

  func end() async -> [String] {
    let (late, tasks) = state.withLock { (Array($0.running.values), $0.tasks) }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
    return late
  }
}
