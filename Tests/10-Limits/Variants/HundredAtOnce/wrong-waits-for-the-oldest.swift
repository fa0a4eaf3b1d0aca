// wrong: waits for the oldest crate, and not for any
// rejected by: a free place is taken at once as wrong
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  var tasks: [Task<Int, Never>] = []
  var total = 0
  for crate in crates {
    if tasks.count == limit { total += await tasks.removeFirst().value }
    tasks.append(Task { await weigh(crate) })
  }
  for task in tasks { total += await task.value }
  return total
}
