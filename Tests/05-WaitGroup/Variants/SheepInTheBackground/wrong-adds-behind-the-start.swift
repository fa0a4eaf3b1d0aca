// wrong: adds on the line after the start of the task
// rejected by: the count and the work overlap as deadlocked

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let sheep = WaitGroup()
  Task {
    defer { sheep.done() }
    await count("sheep")
  }
  sheep.add()
  do {
    let value = try await work()
    await sheep.wait()
    return value
  } catch {
    await sheep.wait()
    throw error
  }
}
