// right: a child task walks, and the parent counts what it reports
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    group.addTask {
      var rounds = 0
      while !Task.isCancelled {
        await round()
        rounds += 1
        guard (try? await Task.sleep(for: pause)) != nil else { break }
      }
      return rounds
    }
    return await group.next() ?? 0
  }
}
