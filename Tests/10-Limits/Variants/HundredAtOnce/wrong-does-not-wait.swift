// wrong: takes a permit for each task, but does not wait for the last ones
// rejected by: every crate is weighed once, and the total is right as wrong

internal import Channels
internal import Synchronization

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let permits = Channel<Void>(capacity: limit)
  let total = Mutex(0)
  for crate in crates {
    await permits.send(())
    Task {
      let weight = await weigh(crate)
      total.withLock { $0 += weight }
      _ = permits.tryReceive()
    }
  }
  return total.withLock { $0 }
}
