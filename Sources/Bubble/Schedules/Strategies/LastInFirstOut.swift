/// The job that became ready last runs first.
final class LastInFirstOut: Strategy {
  @exclusivity(unchecked) private var made = 0

  override func nextJob(in ready: borrowing ReadyQueue) -> Pick {
    // Two tasks that wake each other, or one that polls, would keep all others out forever.
    made += 1
    return .index(made.isMultiple(of: 64) ? 0 : ready.count - 1)
  }
}
