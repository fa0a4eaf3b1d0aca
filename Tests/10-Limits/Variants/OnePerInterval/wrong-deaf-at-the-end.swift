// wrong: passes a cancellation on only until the last request has begun
// rejected by: cancelling the caller stops it as wrong
public import Channels
import Synchronization

public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let tasks = Tasks()
  await withTaskCancellationHandler {
    var next = ContinuousClock.now
    for await request in requests {
      let start = max(next, .now)
      next = start + interval
      guard (try? await Task.sleep(until: start, clock: .continuous)) != nil else { break }
      tasks.all.withLock { $0.append(Task { await handle(request) }) }
      if Task.isCancelled { tasks.cancel() }
    }
    if !Task.isCancelled { tasks.over.withLock { $0 = true } }
    for task in tasks.all.withLock({ $0 }) { await task.value }
  } onCancel: {
    tasks.cancel()
  }
}

private final class Tasks: Sendable {
  let all = Mutex<[Task<Void, Never>]>([])
  let over = Mutex(false)
  func cancel() {
    if over.withLock({ $0 }) { return }
    for task in all.withLock({ $0 }) { task.cancel() }
  }
}
