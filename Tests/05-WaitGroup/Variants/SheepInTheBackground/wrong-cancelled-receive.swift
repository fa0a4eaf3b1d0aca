// wrong: waits with a receive, which a cancelled caller leaves at once
// rejected by: a cancelled caller still waits as wrong

import Channels

/// Counts sheep in the background.
public func countSheep<Value>(
  _ count: @escaping @Sendable (String) async -> Void, whileDoing work: () async throws -> Value
) async throws -> Value {
  let ended = Channel<Void>(capacity: 1)
  Task {
    await count("sheep")
    await ended.send(())
  }
  do {
    let value = try await work()
    _ = await ended.receive()
    return value
  } catch {
    _ = await ended.receive()
    throw error
  }
}
