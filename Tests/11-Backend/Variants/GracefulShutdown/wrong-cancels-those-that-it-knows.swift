// wrong: a request that is accepted at the moment of the cancellation is not cancelled
// rejected by: cancelling the caller cancels all handlers as wrong
public import Channels
import Synchronization

/// A variant of 11.6.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  let crew = Crew()
  return await withTaskCancellationHandler {
    while !Task.isCancelled {
      if case .closed = stop.tryReceive() { break }
      let request: String? = await select {
        Receive(from: requests) { $0 }
        Receive(from: stop) { _ in nil }
      }
      guard let request else { break }
      crew.start(request, handle)
    }
    let clock = Task<[String], Never> {
      do { try await Task.sleep(for: .seconds(10)) } catch { return [] }
      return crew.cancel()
    }
    await crew.work.wait()
    clock.cancel()
    let late = await clock.value
    await crew.waitForAll()
    return late
  } onCancel: {
    crew.cancel()
  }
}

private final class Crew: Sendable {
  private let members = Mutex<[(name: String?, task: Task<Void, Never>)]>([])
  let work = WaitGroup()

  func start(_ request: String, _ handle: @escaping @Sendable (String) async -> Void) {
    work.add()
    members.withLock { members in
      let number = members.count
      let task = Task {
        await handle(request)
        self.end(number)
      }
      members.append((request, task))
    }
  }

  private func end(_ number: Int) {
    members.withLock { $0[number].name = nil }
    work.done()
  }

  @discardableResult func cancel() -> [String] {
    let all = members.withLock { $0 }
    for member in all { member.task.cancel() }
    return all.compactMap(\.name)
  }

  func waitForAll() async {
    for member in members.withLock({ $0 }) { await member.task.value }
  }
}
