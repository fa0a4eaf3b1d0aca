// wrong: looks whether it is cancelled, then notes the task; a cancellation in between misses it
// rejected by: cancelling the caller stops it and frees its berths as wrong

public import Channels
internal import Synchronization

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let running = Running()
  let group = WaitGroup()
  return await withTaskCancellationHandler {
    var tasks: [(ship: String, task: Task<Bool, Never>)] = []
    for ship in ships {
      guard await berths.send(()) else { break }
      if Task.isCancelled {
        _ = berths.tryReceive()
        break
      }
      group.add()
      let task = Task {
        defer {
          _ = berths.tryReceive()
          group.done()
        }
        return (try? await unload(ship)) != nil
      }
      running.add(task)
      tasks.append((ship, task))
    }
    await group.wait()
    var unloaded: Set<String> = []
    for (ship, task) in tasks where await task.value { unloaded.insert(ship) }
    return ships.filter { !unloaded.contains($0) }
  } onCancel: {
    running.cancel()
  }
}

private final class Running: Sendable {
  private let tasks = Mutex<(all: [Task<Bool, Never>], isCancelled: Bool)>(([], false))

  func add(_ task: Task<Bool, Never>) {
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
}
