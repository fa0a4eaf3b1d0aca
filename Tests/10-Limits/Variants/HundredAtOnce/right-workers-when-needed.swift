// right: starts a worker only when no other one is ready
import Channels

public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let scales = Channel<Int>()
  return await withTaskGroup(of: Int.self) { group in
    var workers = 0
    for crate in crates {
      if scales.trySend(crate) { continue }
      if workers < limit {
        workers += 1
        group.addTask {
          var total = await weigh(crate)
          for await crate in scales { total += await weigh(crate) }
          return total
        }
      } else {
        guard await scales.send(crate) else { break }
      }
    }
    scales.close()
    var total = 0
    for await weight in group { total += weight }
    return total
  }
}
