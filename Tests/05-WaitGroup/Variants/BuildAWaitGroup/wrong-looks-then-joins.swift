// wrong: looks at the count, and joins the list in a second step
// rejected by: a task that comes at zero does not wait as deadlocked

/// Says that a tally was asked to go below zero.
public struct NegativeTally: Error {
  /// Makes the error.
  public init() {}
}

/// A wait group of your own.
public final class Tally: Sendable {
  private let desk = Desk()

  /// Makes a tally of zero.
  public init() {}

  /// Adds things to do.
  ///
  /// - Parameter count: How many.
  /// - Throws: `NegativeTally` if the tally would go below zero.
  public func add(_ count: Int = 1) async throws {
    try await desk.add(count)
  }

  /// Says that one thing is done.
  ///
  /// - Throws: `NegativeTally` if nothing was left to do.
  public func done() async throws {
    try await add(-1)
  }

  /// Waits until the tally is zero.
  public func wait() async {
    if await desk.count == 0 { return }
    await desk.join()
  }
}

private actor Desk {
  private(set) var count = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func add(_ change: Int) throws {
    guard count + change >= 0 else { throw NegativeTally() }
    count += change
    guard count == 0 else { return }
    for continuation in waiting { continuation.resume() }
    waiting = []
  }

  func join() async {
    await withCheckedContinuation { waiting.append($0) }
  }
}
