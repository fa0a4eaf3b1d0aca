// wrong: looks for the cancellation after a measurement only, so that one more begins
// rejected by: no measurement begins after the end as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let t = Task {
    var depths: [Int] = []
    for p in points {
      if let d = try? await measure(p) { depths.append(d) }
      if Task.isCancelled { break }
    }
    return depths
  }
  let timer = Task {
    try? await Task.sleep(for: limit); t.cancel()
  }
  let r = await withTaskCancellationHandler {
    await t.value
  } onCancel: {
    t.cancel()
  }
  timer.cancel()
  await timer.value
  return r
}
