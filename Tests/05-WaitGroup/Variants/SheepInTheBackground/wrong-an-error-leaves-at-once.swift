// wrong: an error skips the wait
// rejected by: an error waits for the count as wrong

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
  let value = try await work()
  await sheep.wait()
  return value
}
