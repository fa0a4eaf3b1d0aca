import Synchronization

/// Keeps bare continuations until it is opened.
final class Gate: Sendable {
  private struct State {
    var waiting: [UnsafeContinuation<Void, Never>] = []
    var isOpen = false
  }

  private let state: Mutex<State>

  init() {
    var room: [UnsafeContinuation<Void, Never>] = []
    room.reserveCapacity(100_000)
    state = Mutex(State(waiting: room))
  }

  /// Suspends the task until the gate is open.
  func wait() async {
    await withUnsafeContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      // A task that was held up on its way finds the gate open, and nobody would wake it later.
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let all = state.withLock { state in
      defer { state = State(isOpen: true) }
      return state.waiting
    }
    for continuation in all { continuation.resume() }
  }
}
