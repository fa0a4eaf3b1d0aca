// wrong: looks whether the way is free, and goes in after an await, when it may not be any more
// rejected by: a writer is alone as wrong

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private let gate = Gate()

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    while await !gate.isFree(asWriter: false) {
      try? await Task.sleep(for: .milliseconds(100))
    }
    await gate.enter(asWriter: false)
    let result = await body()
    await gate.leave()
    return result
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    while await !gate.isFree(asWriter: true) {
      try? await Task.sleep(for: .milliseconds(100))
    }
    await gate.enter(asWriter: true)
    let result = await body()
    await gate.leave()
    return result
  }
}

private actor Gate {
  private var readers = 0
  private var isWriting = false

  func isFree(asWriter isWriter: Bool) -> Bool {
    !isWriting && (!isWriter || readers == 0)
  }

  func enter(asWriter isWriter: Bool) {
    if isWriter { isWriting = true } else { readers += 1 }
  }

  func leave() {
    if isWriting { isWriting = false } else { readers -= 1 }
  }
}
