import Channels

/// The error for a tally that would go below zero.
public struct NegativeTally: Error {
  /// Makes the error.
  public init() {}
}

/// A wait group of your own: counts what is left to do, and lets tasks wait until nothing is left.
///
/// Any number of tasks may use a tally at the same time. When it reaches zero, it releases every
/// waiting task at that moment, and can be used for another round. Cancelling a task changes
/// nothing: its calls still count, and its wait goes on.
///
///     let crates = Tally()
///     try await crates.add(2)
///     // Two other tasks lift a crate each, and then call `try await crates.done()`.
///     await crates.wait()   // both crates are lifted
///
/// All methods are `async`, so that an actor inside may do the work. `Tally` itself stays a class.
public final class Tally: Sendable {
  // TODO(5.5): What must be kept together in one place, and who resumes the tasks that wait?

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// Returns at once, no matter what other tasks do.
  ///
  /// - Parameter count: How many to add. A negative number takes that many away; if that makes the
  ///   tally zero, the tasks that wait are released. Adding zero changes nothing.
  /// - Throws: `NegativeTally` if the tally would go below zero; then nothing changes.
  public func add(_ count: Int = 1) async throws {}

  /// Reports that one thing is done.
  ///
  /// Returns at once, no matter what other tasks do.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do; then nothing changes.
  public func done() async throws {}

  /// Waits until the tally is zero; returns at once if it is zero already.
  ///
  /// A task that was released stays released, even when things are added before it goes on. If a
  /// task calls `wait` after things have been added again, it waits until they are done, too.
  public func wait() async {}
}
