// wrong: feeds workers over a channel with room foreverything
// rejected by: crates are asked for when there is a place as wrong

internal import Channels

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let queue = Channel<Int>(capacity: 100_000)
  return await withTaskGroup(of: Int.self) { group in
    for _ in 0..<limit {
      group.addTask {
        var total = 0
        for await crate in queue { total += await weigh(crate) }
        return total
      }
    }
    for crate in crates { await queue.send(crate) }
    queue.close()
    return await group.reduce(0, +)
  }
}
