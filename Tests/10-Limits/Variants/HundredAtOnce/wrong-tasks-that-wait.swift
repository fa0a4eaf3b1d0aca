// wrong: starts a task forevery crate, which then waits for a permit
// rejected by: a hundred thousand crates do not mean a hundred thousand tasks as wrong

internal import Channels

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let permits = Channel<Void>(capacity: limit)
  return await withTaskGroup(of: Int.self) { group in
    for crate in crates {
      group.addTask {
        await permits.send(())
        defer { _ = permits.tryReceive() }
        return await weigh(crate)
      }
    }
    return await group.reduce(0, +)
  }
}
