import Synchronization

/// Keeps bare continuations until it is opened.
final class Gate: Sendable {
  private let waiting: Mutex<[UnsafeContinuation<Void, Never>]>

  init() {
    var room: [UnsafeContinuation<Void, Never>] = []
    room.reserveCapacity(100_000)
    waiting = Mutex(room)
  }

  func wait() async {
    await withUnsafeContinuation { continuation in waiting.withLock { $0.append(continuation) } }
  }

  func open() {
    let all = waiting.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
    for continuation in all { continuation.resume() }
  }
}
