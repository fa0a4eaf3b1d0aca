// wrong: looks whether it is cancelled, then notes the task; a cancellation in between misses it
// rejected by: cancelling the caller stops the rest as wrong

internal import Channels
internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let ends = Channel<Result<Void, any Error>>(capacity: items.count)
  let running = Running()
  try await withTaskCancellationHandler {
    var first: (any Error)?
    var open = 0
    for item in items where first == nil {
      if open == limit {
        if case .failure(let error) = await running.uncancelled(ends) { first = error }
        open -= 1
      }
      if first == nil, Task.isCancelled { first = CancellationError() }
      if first != nil { break }
      running.add(
        Task {
          do {
            try await body(item)
            await ends.send(.success(()))
          } catch {
            await ends.send(.failure(error))
          }
        })
      open += 1
    }
    if first != nil { running.cancel() }
    for _ in 0..<open {
      guard case .failure(let error) = await running.uncancelled(ends) else { continue }
      if first == nil { first = error }
      running.cancel()
    }
    for task in running.all { await task.value }
    if let first { throw first }
  } onCancel: {
    running.cancel()
  }
}

private final class Running: Sendable {
  private let tasks = Mutex<(all: [Task<Void, Never>], isCancelled: Bool)>(([], false))

  var all: [Task<Void, Never>] { tasks.withLock { $0.all } }

  func add(_ task: Task<Void, Never>) {
    if tasks.withLock({ $0.isCancelled }) {
      task.cancel()
    } else {
      tasks.withLock { $0.all.append(task) }
    }
  }

  func cancel() {
    let all = tasks.withLock { tasks in
      tasks.isCancelled = true
      return tasks.all
    }
    for task in all { task.cancel() }
  }

  /// The next end, also when the caller is cancelled in the meantime.
  func uncancelled(
    _ ends: Channel<Result<Void, any Error>>
  ) async -> Result<Void, any Error>? {
    await Task { await ends.receive() }.value
  }
}
