// right: a channel that is closed at the end of the count

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let ended = Channel<Void>()
  let counting = Task {
    await count("sheep")
    ended.close()
  }
  do {
    let value = try await work()
    await counting.value
    _ = await ended.receive()
    return value
  } catch {
    await counting.value
    throw error
  }
}
