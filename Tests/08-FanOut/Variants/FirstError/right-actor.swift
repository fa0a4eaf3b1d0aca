// right: an actor keeps the first error, and a group runs the jobs

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let log = Log()
  await withTaskGroup(of: Void.self) { group in
    for job in jobs {
      group.addTask {
        do {
          try await job()
        } catch {
          await log.note(error)
        }
      }
    }
    for await _ in group where await log.first != nil { group.cancelAll() }
  }
  if let error = await log.first { throw error }
}

private actor Log {
  private(set) var first: (any Error)?

  func note(_ error: any Error) {
    if first == nil { first = error }
  }
}
