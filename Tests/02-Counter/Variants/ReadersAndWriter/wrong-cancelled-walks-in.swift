// wrong: a cancelled task does not wait
// rejected by: a cancelled task waits for its turn as wrong
import Synchronization

/// A variant of 2.5.
public final class ReadersAndWriter: Sendable {
  private struct State {
    var readers = 0
    var writing = false
    var waiting: [(writes: Bool, turn: CheckedContinuation<Void, Never>)] = []

    mutating func arrive(_ writes: Bool, _ turn: CheckedContinuation<Void, Never>) {
      waiting.append((writes, turn))
    }

    mutating func admit() -> [CheckedContinuation<Void, Never>] {
      var admitted: [CheckedContinuation<Void, Never>] = []
      while !writing, let next = waiting.first {
        if next.writes {
          if readers > 0 { break }
          writing = true
        } else {
          readers += 1
        }
        admitted.append(waiting.removeFirst().turn)
      }
      return admitted
    }
  }

  private let state = Mutex(State())

  private func enter(_ writes: Bool) async {
    if Task.isCancelled { return }
    await withCheckedContinuation { turn in
      let admitted = state.withLock { state in
        state.arrive(writes, turn)
        return state.admit()
      }
      for turn in admitted { turn.resume() }
    }
  }

  private func leave(_ writes: Bool) {
    let admitted = state.withLock { state in
      if writes { state.writing = false } else { state.readers -= 1 }
      return state.admit()
    }
    for turn in admitted { turn.resume() }
  }

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(false)
    defer { leave(false) }
    return await body()
  }

  /// Runs `body` as a writer.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await enter(true)
    defer { leave(true) }
    return await body()
  }
}
