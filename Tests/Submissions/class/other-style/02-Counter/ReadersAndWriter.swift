// right: an actor decides who may go in

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
    await gate.enter(asWriter: true)
    let result = await body()
    await gate.leave()
    return result
  }
}

private actor Gate {
  private var readers = 0
  private var isWriting = false
  private var waiting: [(isWriter: Bool, turn: CheckedContinuation<Void, Never>)] = []

  func enter(asWriter isWriter: Bool) async {
    if waiting.isEmpty, !isWriting, !isWriter || readers == 0 {
      note(isWriter)
    } else {
      await withCheckedContinuation { waiting.append((isWriter, $0)) }
    }
  }

  func leave() {
    if isWriting { isWriting = false } else { readers -= 1 }
    while let next = waiting.first, !isWriting, !next.isWriter || readers == 0 {
      waiting.removeFirst()
      note(next.isWriter)
      next.turn.resume()
    }
  }

  private func note(_ isWriter: Bool) {
    if isWriter { isWriting = true } else { readers += 1 }
  }
}
