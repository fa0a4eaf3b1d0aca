// wrong: takes a depth of zero for the end
// rejected by: a survey done in time does not wait as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let t = Task {
    var depths: [Int] = []
    for p in points { if let d = try? await measure(p), d != 0 { depths.append(d) } else { break } }
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
