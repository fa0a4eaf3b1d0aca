// right: `async let`, which is cancelled when the function throws

internal import Channels

/// Runs all jobs at the same time; the first error cancels the rest.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  let errors = Channel<any Error>(capacity: jobs.count)
  async let all: Void = callAll(jobs, errors)
  if let first = await errors.receive() { throw first }
  await all
  if case .element(let first) = errors.tryReceive() { throw first }
}

private func callAll(
  _ jobs: [@Sendable () async throws -> Void], _ errors: Channel<any Error>
) async {
  await withTaskGroup(of: Void.self) { group in
    for job in jobs {
      group.addTask {
        do { try await job() } catch { _ = errors.trySend(error) }
      }
    }
  }
  errors.close()
}
