// right: an actor keeps the first error and the tasks to cancel

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let crew = Crew()
  await withTaskCancellationHandler {
    await crew.run(jobs)
  } onCancel: {
    Task { await crew.stop() }
  }
  if let error = await crew.first { throw error }
}

private actor Crew {
  private(set) var first: (any Error)?
  private var tasks: [Task<Void, Never>] = []

  func run(_ jobs: [@Sendable () async throws -> Void]) async {
    tasks = jobs.map { job in
      Task.detached {
        do {
          try await job()
        } catch {
          await self.fail(error)
        }
      }
    }
    if Task.isCancelled { stop() }
    for task in tasks { await task.value }
  }

  func stop() {
    for task in tasks { task.cancel() }
  }

  private func fail(_ error: any Error) {
    if first == nil { first = error }
    stop()
  }
}
