// wrong: a writer goes before readers that came earlier and still wait
// rejected by: nobody who comes later goes before a writer as wrong

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private let gate = Gate()

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await gate.enter(asWriter: false)
    let result = await body()
    await gate.leave()
    return result
  }

  /// Runs `body` as a writer: no other task is inside.
  ///
  /// Waits for its turn; cancellation does not end the wait.
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
  private var waitingWriters: [CheckedContinuation<Void, Never>] = []
  private var waitingReaders: [CheckedContinuation<Void, Never>] = []

  func enter(asWriter isWriter: Bool) async {
    if isWriter {
      if !isWriting && readers == 0 {
        isWriting = true
      } else {
        await withCheckedContinuation { waitingWriters.append($0) }
      }
    } else if !isWriting && waitingWriters.isEmpty {
      readers += 1
    } else {
      await withCheckedContinuation { waitingReaders.append($0) }
    }
  }

  func leave() {
    if isWriting { isWriting = false } else { readers -= 1 }
    if !waitingWriters.isEmpty {
      guard readers == 0 else { return }
      isWriting = true
      waitingWriters.removeFirst().resume()
    } else {
      readers += waitingReaders.count
      for turn in waitingReaders { turn.resume() }
      waitingReaders = []
    }
  }
}
