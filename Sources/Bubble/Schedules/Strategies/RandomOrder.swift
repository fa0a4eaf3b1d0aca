/// All ready jobs are equally likely.
final class RandomOrder: Strategy {
  override func nextJob(in ready: borrowing ReadyQueue) -> Pick {
    .index(generator.next(below: ready.count))
  }

  override func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int {
    // Most tasks go on: a run has few pauses, and they should not all come at its beginning.
    generator.next(below: 4) == 0 ? 1 + generator.next(below: ready.count) : 0
  }
}
