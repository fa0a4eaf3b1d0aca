internal import Channels

/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  if Task.isCancelled { return [] }
  let start = ContinuousClock.now
  let found = Channel<Int>()
  let worker = Task {
    for point in points {
      guard !Task.isCancelled, let depth = try? await measure(point), await found.send(depth)
      else { break }
    }
    found.close()
  }
  var depths: [Int] = []
  while true {
    let depth: Int? = await select {
      Receive(from: found)
      After(limit - (ContinuousClock.now - start)) { nil }
    }
    guard let depth else { break }
    depths.append(depth)
  }
  worker.cancel()
  await worker.value
  return depths
}
