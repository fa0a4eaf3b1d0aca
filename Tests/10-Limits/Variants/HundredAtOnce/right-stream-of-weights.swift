// right: a stream of weights tells that a place is free
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let (weights, scale) = AsyncStream.makeStream(of: Int.self)
  return await withDiscardingTaskGroup { group in
    var arrived = weights.makeAsyncIterator()
    var crates = crates.makeIterator()
    var total = 0
    var running = 0
    while true {
      while running < limit, let crate = crates.next() {
        running += 1
        group.addTask { scale.yield(await weigh(crate)) }
      }
      // `nil` only when the task is cancelled; the group waits for the children then.
      guard running > 0, let weight = await arrived.next() else { return total }
      total += weight
      running -= 1
    }
  }
}
