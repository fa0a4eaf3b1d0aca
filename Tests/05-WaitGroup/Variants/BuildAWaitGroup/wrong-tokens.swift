// wrong: gives a token to each task that waits, and a task of the next round may take one
// rejected by: a round does not release the next one as wrong
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
  private let state = Mutex((count: 0, waiting: 0))
  private let tokens = Channel<Void>(capacity: 10_000)

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  public func add(_ count: Int = 1) async throws {
    let released = try state.withLock { state -> Int in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
      guard state.count == 0 else { return 0 }
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<released { _ = tokens.trySend(()) }
  }

  /// Reports that one thing is done.
  public func done() async throws {
    try await add(-1)
  }

  /// Waits until the tally is zero; returns at once if it is zero already.
  public func wait() async {
    let mustWait = state.withLock { state in
      if state.count > 0 { state.waiting += 1 }
      return state.count > 0
    }
    guard mustWait else { return }
    let tokens = tokens
    await Task { _ = await tokens.receive() }.value
  }
}
