// wrong: adds inside the task, which may begin after the wait
// rejected by: the count and the work overlap as wrong

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let sheep = WaitGroup()
  Task {
    sheep.add()
    defer { sheep.done() }
    await count("sheep")
  }
  do {
    let value = try await work()
    await sheep.wait()
    return value
  } catch {
    await sheep.wait()
    throw error
  }
}
