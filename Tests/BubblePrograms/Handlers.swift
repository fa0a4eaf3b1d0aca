import Synchronization

/// Waits until someone opens it; the handler of the cancellation uses the same lock.
public final class Gate: Sendable {
  private enum State { case closed(CheckedContinuation<Void, Never>?), open }
  private let state = Mutex(State.closed(nil))

  public init() {}

  public func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOpen = state.withLock { state in
          if case .open = state { return true }
          state = .closed(continuation)
          return false
        }
        if isOpen { continuation.resume() }
      }
    } onCancel: {
      open()
    }
  }

  public func open() {
    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
      defer { state = .open }
      if case .closed(let waiting) = state { return waiting }
      return nil
    }
    waiting?.resume()
  }
}

/// A value that is made at its first use, under the runtime's own lock.
public enum Chart {
  static let depths = Mutex(Array(repeating: 7, count: 3))
  static let lazyDepth: Int = depths.withLock { $0.reduce(0, +) }
  public static func depth() -> Int { lazyDepth }
}
