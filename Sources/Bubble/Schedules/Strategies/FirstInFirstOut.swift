/// The job that has been ready longest runs first.
final class FirstInFirstOut: Strategy {
  override func nextJob(in ready: borrowing ReadyQueue) -> Pick { .index(0) }
}
