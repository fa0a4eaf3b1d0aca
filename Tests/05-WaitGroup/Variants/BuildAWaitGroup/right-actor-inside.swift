// right: a class around an actor that holds count and list

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
    try await desk.add(-1)
  }

  /// Waits until the tally is zero.
  public func wait() async {
    await desk.wait()
  }
}

private actor Desk {
  private var count = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func add(_ change: Int) throws {
    if count + change < 0 { throw NegativeTally() }
    count += change
    if count == 0 {
      let released = waiting
      waiting = []
      for continuation in released { continuation.resume() }
    }
  }

  func wait() async {
    guard count > 0 else { return }
    await withCheckedContinuation { waiting.append($0) }
  }
}
