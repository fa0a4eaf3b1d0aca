/// Makes the decisions of one run: a subclass for each kind of schedule, in the file of its name.
///
/// The `Chooser` asks only where there is more than one possibility, and keeps what was decided.
// `@exclusivity(unchecked)` in all of them for speed: invariant 1 of `BubbleRun`.
class Strategy {
  /// For random decisions; the same seed gives the same run.
  @exclusivity(unchecked) final var generator: SeededGenerator

  init(seed: UInt64 = 0) {
    generator = SeededGenerator(seed: seed)
  }

  /// One of the ready jobs.
  enum Pick {
    /// By its index, counted from the oldest.
    case index(Int)
    /// Counted from the usual job, see `Chooser`, which is place 0.
    case place(Int)
  }

  /// Which of the ready jobs runs next.
  func nextJob(in ready: borrowing ReadyQueue) -> Pick { .place(0) }

  /// Which of the ready jobs goes first where `task` is in the middle of a job, counted from 1.
  ///
  /// With 0 the task goes on.
  func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int { 0 }

  /// A choice of the program itself, such as among the ready cases of a `select`.
  func choice(below bound: Int) -> Int { generator.next(below: bound) }

  /// The priority of a job that becomes ready, where jobs have priorities.
  func priority(ofTask task: Int32, yields: Bool) -> Int32 { 0 }
}
