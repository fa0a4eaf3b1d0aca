// wrong: takes a permit for each task, but does not wait for the last ones
// rejected by: every crate is weighed once, and the total is right as wrong

internal import Channels

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let permits = Channel<Void>(capacity: limit)
  let scale = Scale()
  for crate in crates {
    await permits.send(())
    Task {
      await scale.add(await weigh(crate))
      _ = permits.tryReceive()
    }
  }
  return await scale.total
}

private actor Scale {
  var total = 0
  func add(_ weight: Int) { total += weight }
}
