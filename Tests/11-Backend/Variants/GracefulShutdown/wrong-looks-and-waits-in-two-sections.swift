// wrong: the last request may end between the look and the wait, and then no one tells of it
// rejected by: it returns as soon as all are done as wrong

public import Channels
internal import Synchronization

/// Serves requests until it is told to stop.
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
    let last = state.withLock { state in
      state.running[number] = nil
      return state.running.isEmpty ? state.last : nil
    }
    last?.close()
  }

  /// A channel that is closed when nothing runs any more.
  func allDone() -> ReceiveChannel<Void> {
    let channel = Channel<Void>()
    if state.withLock({ $0.running.isEmpty }) {
      channel.close()
    } else {
      state.withLock { $0.last = channel }
    }
    return channel.receiveOnly
  }

  /// Cancels what runs, waits for everything, and returns what was late.
  func end() async -> [String] {
    let (late, tasks) = state.withLock { (Array($0.running.values), $0.tasks) }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
    return late
  }
}
