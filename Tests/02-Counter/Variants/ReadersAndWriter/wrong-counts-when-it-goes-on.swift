// wrong: a woken writer counts as inside only when it goes on, so others slip in before it
// rejected by: nobody who comes later goes before a writer as wrong
/// Lets many readers in at the same time, or one writer alone.
///
/// A writer waits until the tasks inside have left, and no task that comes later goes before it. So
/// readers that keep coming never keep it out.
///
///     let chart = ReadersAndWriter()
///     let depth = await chart.read { await sounding() }
///     await chart.write { await redraw(depth) }
public final class ReadersAndWriter: Sendable {
  private let door = Door()

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await door.enter(asWriter: false)
    let result = await body()
    await door.leave(asWriter: false)
    return result
  }

  /// Runs `body` as a writer: no other task is inside.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await door.enter(asWriter: true)
    let result = await body()
    await door.leave(asWriter: true)
    return result
  }
}

private actor Door {
  private var readers = 0
  private var isWriting = false
  private var queue: [(isWriter: Bool, continuation: CheckedContinuation<Void, Never>)] = []

  func enter(asWriter isWriter: Bool) async {
    var isBehindOthers = !queue.isEmpty
    while isBehindOthers || isWriting || (isWriter && readers > 0) {
      await withCheckedContinuation { queue.append((isWriter, $0)) }
      isBehindOthers = false
    }
    if isWriter { isWriting = true } else { readers += 1 }
  }

  func leave(asWriter isWriter: Bool) {
    if isWriter { isWriting = false } else { readers -= 1 }
    guard readers == 0, let first = queue.first else { return }
    queue.removeFirst()
    first.continuation.resume()
    if first.isWriter { return }
    while let next = queue.first, !next.isWriter {
      queue.removeFirst()
      next.continuation.resume()
    }
  }
}
