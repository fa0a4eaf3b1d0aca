// wrong: never says that the count is done
// rejected by: the count and the work overlap as deadlocked

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let sheep = WaitGroup()
  sheep.add()
  Task { await count("sheep") }
  let value = try await work()
  await sheep.wait()
  return value
}
