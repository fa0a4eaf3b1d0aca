/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
///
/// Crates are weighed in the order in which `crates` gives them: the first `limit` begin at once,
/// and each later one begins as soon as any other has ended. A crate that waits has no task yet, so
/// there are never many more tasks than `limit`, even with a million crates.
///
/// Some sequences make a crate only when you ask for it, so do not ask early: at most one crate
/// that you have asked for may be waiting for a place.
///
/// The call returns as soon as the last crate is weighed, and nothing you start outlives the call.
/// If the caller is cancelled, none of this has to hold.
///
///     let total = await weighAll([70, 30, 50], atMost: 2) { await scale.weigh($0) }   // 150
///
/// - Parameters:
///   - crates: The crates; there may be none.
///   - limit: How many are weighed at the same time; at least one.
///   - weigh: Returns the weight of a crate, and may take a while; called once for each.
/// - Returns: The sum of all weights.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    var total = 0
    var running = 0
    for crate in crates {
      if running == limit {
        // Returns as soon as any child has ended, so its place is free, and its task is gone.
        // Waiting for a whole batch would leave places empty until its slowest crate is weighed.
        total += await group.next() ?? 0
        running -= 1
      }
      group.addTask { await weigh(crate) }
      running += 1
    }
    // In Go: a channel with `limit` places, a send before each `go`, and a `WaitGroup` for the end.
    return await group.reduce(total, +)
  }
}
