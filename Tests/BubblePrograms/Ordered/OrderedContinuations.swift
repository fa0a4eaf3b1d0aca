import Synchronization

/// Tasks that wait for a continuation.
extension OrderedAccesses {
  public static func continuation() async {
    let hold = Hold()
    await withCheckedContinuation { continuation in
      Task {
        hold.add()
        continuation.resume()
      }
    }
    hold.add()
    await withUnsafeContinuation { continuation in
      hold.add()
      continuation.resume()
    }
    hold.add()
  }

  public static func throwingContinuation() async {
    let hold = Hold()
    try? await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      Task {
        hold.add()
        continuation.resume(throwing: CancellationError())
      }
    }
    hold.add()
  }

  /// Continuations that stand in a list behind a lock, as a semaphore for tasks has them.
  public static func continuationsInAList() async {
    let hold = Hold()
    let permits = Permits()
    await both {
      for _ in 0..<2 {
        await permits.acquire()
        hold.add()
        await Task.yield()
        hold.add()
        permits.release()
      }
    }
    hold.add()
  }
}

/// One permit, and who waits for it.
final class Permits: Sendable {
  private let state = Mutex((isFree: true, waiting: [CheckedContinuation<Void, Never>]()))

  func acquire() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.isFree {
          state.isFree = false
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func release() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.isFree = true
      return nil
    }
    next?.resume()
  }
}
