// wrong: waits for the count before its own work begins
// rejected by: the count and the work overlap as wrong

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let sheep = WaitGroup()
  sheep.add()
  Task {
    defer { sheep.done() }
    await count("sheep")
  }
  await sheep.wait()
  return try await work()
}
