// right: a wait group; a task that ends starts the next one

internal import Channels
internal import Synchronization

/// Runs `body` for every item, at most `limit` at the same time.
public func tryForEach<Item: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
  let loading = Loading(items, body)
  await withTaskCancellationHandler {
    for _ in 0..<min(limit, items.count) { loading.startTask() }
    await loading.running.wait()
  } onCancel: {
    loading.stop()
  }
  try loading.finish()
}

private final class Loading<Item: Sendable>: Sendable {
  private struct State {
    var tasks: [Int: Task<Void, Never>] = [:]
    var started = 0
    var begun = 0
    var firstError: (any Error)?
    var isStopped = false
  }

  let running = WaitGroup()
  private let items: [Item]
  private let body: @Sendable (Item) async throws -> Void
  private let state = Mutex(State())

  init(_ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Void) {
    self.items = items
    self.body = body
  }

  func startTask() {
    state.withLock { state in
      guard !state.isStopped, state.started < items.count else { return }
      let number = state.started
      state.started += 1
      running.add()
      state.tasks[number] = Task { await run(number) }
    }
  }

  private func run(_ number: Int) async {
    if let item = begin() {
      do {
        try await body(item)
      } catch {
        state.withLock { if $0.firstError == nil { $0.firstError = error } }
        stop()
      }
    }
    state.withLock { $0.tasks[number] = nil }
    startTask()
    running.done()
  }

  private func begin() -> Item? {
    state.withLock { state in
      if state.isStopped || state.firstError != nil { return nil }
      defer { state.begun += 1 }
      return items[state.begun]
    }
  }

  func stop() {
    let tasks = state.withLock { state in
      state.isStopped = true
      return Array(state.tasks.values)
    }
    for task in tasks { task.cancel() }
  }

  func finish() throws {
    let (error, begun) = state.withLock { ($0.firstError, $0.begun) }
    if let error { throw error }
    if begun < items.count { throw CancellationError() }
  }
}
