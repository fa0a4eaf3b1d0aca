public import Testing

/// Says that what a suite tests waits for every task that it starts.
///
/// A bubble reports a task that waits when its closure has returned. A task that has work left at that
/// moment ends by itself, and code that hands tasks over, as one that returns a channel does, may leave
/// some. Where this trait stands, a task that the tested code started is reported then, too.
public struct LeavesNoTask: SuiteTrait, TestTrait {
  /// Applies to each test of the suite.
  public var isRecursive: Bool { true }
}

extension Trait where Self == LeavesNoTask {
  /// What is tested waits for every task that it starts.
  public static var leavesNoTask: Self { LeavesNoTask() }
}
