// wrong: measures a point that is there twice only once
// rejected by: the limit ends five seconds of work as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let t = Task {
    var depths: [Int: Int] = [:]
    for p in points where depths[p] == nil {
      if let d = try? await measure(p) { depths[p] = d } else { break }
    }
    return points.compactMap { depths[$0] }
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
