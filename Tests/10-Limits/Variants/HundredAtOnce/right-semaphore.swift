// right: a permit before each task, as in Go, and a discarding group

internal import Channels

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let permits = Channel<Void>(capacity: limit)
  let scale = Scale()
  await withDiscardingTaskGroup { group in
    for crate in crates {
      await permits.send(())
      group.addTask {
        await scale.add(await weigh(crate))
        _ = permits.tryReceive()
      }
    }
  }
  return await scale.total
}

private actor Scale {
  var total = 0
  func add(_ weight: Int) { total += weight }
}
