public import Testing

/// Says that the functions that a suite tests wait for every task that they start.
///
/// A bubble always reports a task that still waits when all others have ended. A task that has work
/// left when the closure returns will end by itself, and code that returns a channel, for instance,
/// may leave such tasks. With this trait, they are reported, too, if the tested code started them.
public struct LeavesNoTask: SuiteTrait, TestTrait {
  /// Applies to each test of the suite.
  public var isRecursive: Bool { true }
}

extension Trait where Self == LeavesNoTask {
  /// The tested functions wait for every task that they start.
  public static var leavesNoTask: Self { LeavesNoTask() }
}
