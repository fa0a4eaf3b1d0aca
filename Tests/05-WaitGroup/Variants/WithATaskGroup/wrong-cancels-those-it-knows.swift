// wrong: cancels only the tasks that there are when the caller is cancelled, and starts more after it
// rejected by: cancelling reaches every crane as wrong
import Synchronization

private final class Cranes: Sendable {
  let tasks = Mutex<[Task<Void, Never>]>([])
}

/// A variant of 5.3.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let cranes = Cranes()
  await withTaskCancellationHandler {
    for ship in ships {
      let crane = Task { _ = try? await unload(ship) }
      cranes.tasks.withLock { $0.append(crane) }
    }
    for crane in cranes.tasks.withLock({ $0 }) { await crane.value }
  } onCancel: {
    for crane in cranes.tasks.withLock({ $0 }) { crane.cancel() }
  }
  try Task.checkCancellation()
}
