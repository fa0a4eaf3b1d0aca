// right: a wait group, and the outcome of the work kept as a result

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let sheep = WaitGroup()
  sheep.add()
  Task {
    await count("sheep")
    sheep.done()
  }
  let outcome: Result<Value, any Error>
  do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
  await sheep.wait()
  return try outcome.get()
}
