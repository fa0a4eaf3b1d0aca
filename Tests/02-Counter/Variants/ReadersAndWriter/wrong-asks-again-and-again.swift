// wrong: asks in a loop instead of waiting to be woken
// rejected by: a writer is alone as stuck
import Synchronization

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private let rules = Mutex(Rules())

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    while !rules.withLock({ $0.enter(asWriter: false) }) { await Task.yield() }
    let result = await body()
    rules.withLock { $0.leave() }
    return result
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    while !rules.withLock({ $0.enter(asWriter: true) }) { await Task.yield() }
    let result = await body()
    rules.withLock { $0.leave() }
    return result
  }
}

private struct Rules {
  private var readers = 0
  private var isWriting = false

  mutating func enter(asWriter isWriter: Bool) -> Bool {
    guard !isWriting, !isWriter || readers == 0 else { return false }
    if isWriter { isWriting = true } else { readers += 1 }
    return true
  }

  mutating func leave() {
    if isWriting { isWriting = false } else { readers -= 1 }
  }
}
