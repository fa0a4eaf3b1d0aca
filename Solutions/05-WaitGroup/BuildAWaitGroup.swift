import Channels
import Synchronization

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
  // The count and the tasks that wait are one state, behind one lock. With a lock for each, a task
  // could find a count of 1, and join the list after the last `done` has seen it: it would wait
  // forever. (Go's `sync.WaitGroup` keeps both numbers in one atomic word for the same reason.)
  private let state = Mutex(State())

  private struct State {
    var count = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// Returns at once, no matter what other tasks do.
  ///
  /// - Parameter count: How many to add. A negative number takes that many away; if that makes the
  ///   tally zero, the tasks that wait are released. Adding zero changes nothing.
  /// - Throws: `NegativeTally` if the tally would go below zero; then nothing changes.
  public func add(_ count: Int = 1) async throws {
    let released = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
      // At zero, the whole list is taken away. A list that stayed would be resumed again at the end
      // of the next round, and a continuation that is resumed twice stops the program.
      guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    // Resumed outside the lock: what is woken here may want the lock at once.
    for continuation in released { continuation.resume() }
  }

  /// Reports that one thing is done.
  ///
  /// Returns at once, no matter what other tasks do.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do; then nothing changes.
  public func done() async throws {
    try await add(-1)
  }

  /// Waits until the tally is zero; returns at once if it is zero already.
  ///
  /// A task that was released stays released, even when things are added before it goes on. If a
  /// task calls `wait` after things have been added again, it waits until they are done, too.
  public func wait() async {
    await withCheckedContinuation { continuation in
      // One step: look at the count, and join the list if it is not zero.
      let isDone = state.withLock { state in
        if state.count > 0 { state.waiting.append(continuation) }
        return state.count == 0
      }
      if isDone { continuation.resume() }
    }
    // There is no second look at the count here. A new round may have begun since the release, and
    // `while count > 0 { … }` would keep a task of the old round waiting for the new one.
  }
}
