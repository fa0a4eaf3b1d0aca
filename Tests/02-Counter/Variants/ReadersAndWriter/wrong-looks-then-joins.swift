// wrong: looks and joins the queue in two steps; between them, the last one inside may leave
// rejected by: a writer is alone as deadlocked

import Synchronization

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private struct Waiting {
    let isWriter: Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var readers = 0
    var isWriting = false
    var line: [Waiting] = []

    mutating func tryEnter(isWriter: Bool) -> Bool {
      if isWriting || isWriter && readers > 0 { return false }
      if isWriter { isWriting = true } else { readers += 1 }
      return true
    }
  }

  private let state = Mutex(State())

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(isWriter: false)
    defer { leave(isWriter: false) }
    return await body()
  }

  /// Runs `body` as a writer: no other task is inside.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await enter(isWriter: true)
    defer { leave(isWriter: true) }
    return await body()
  }

  private func enter(isWriter: Bool) async {
    let isIn = state.withLock { state in
      state.line.isEmpty && state.tryEnter(isWriter: isWriter)
    }
    if isIn { return }
    await withCheckedContinuation { continuation in
      state.withLock { state in
        state.line.append(Waiting(isWriter: isWriter, continuation: continuation))
      }
    }
  }

  private func leave(isWriter: Bool) {
    let next = state.withLock { state -> [Waiting] in
      if isWriter { state.isWriting = false } else { state.readers -= 1 }
      var next: [Waiting] = []
      while let first = state.line.first, state.tryEnter(isWriter: first.isWriter) {
        next.append(first)
        state.line.removeFirst()
      }
      return next
    }
    for waiting in next { waiting.continuation.resume() }
  }
}
