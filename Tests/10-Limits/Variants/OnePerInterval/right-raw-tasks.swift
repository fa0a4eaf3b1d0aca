// right: raw tasks that are cancelled and waited for

public import Channels
internal import Synchronization

/// Handles requests in the order in which they arrive, and begins at most one in each interval.
public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let running = Running()
  await withTaskCancellationHandler {
    var next = ContinuousClock.now
    while let request = await requests.receive() {
      let start = max(next, .now)
      next = start + interval
      do { try await Task.sleep(until: start, clock: .continuous) } catch { break }
      running.add(Task { await handle(request) })
    }
    for task in running.all { await task.value }
  } onCancel: {
    running.cancel()
  }
}

private final class Running: Sendable {
  private let tasks = Mutex<(all: [Task<Void, Never>], isCancelled: Bool)>(([], false))

  var all: [Task<Void, Never>] { tasks.withLock { $0.all } }

  func add(_ task: Task<Void, Never>) {
    let isLate = tasks.withLock { tasks in
      tasks.all.append(task)
      return tasks.isCancelled
    }
    if isLate { task.cancel() }
  }

  func cancel() {
    let all = tasks.withLock { tasks in
      tasks.isCancelled = true
      return tasks.all
    }
    for task in all { task.cancel() }
  }
}
