import Channels
import Foundation

/// A lock for which a task waits without blocking its thread.
protocol AsyncLock: Sendable {
  init()
  func lock() async
  func unlock() async
}

/// The lock that most programs write: an actor with a list of those who wait.
actor ActorLock: AsyncLock {
  private var isHeld = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  init() {}

  func lock() async {
    if isHeld { await withCheckedContinuation { waiters.append($0) } }
    isHeld = true
  }

  func unlock() {
    // Handed over: the lock stays held, so that nobody comes between.
    if waiters.isEmpty { isHeld = false } else { waiters.removeFirst().resume() }
  }
}

/// The lock of Go's folklore: a channel with one place, which the holder fills.
struct ChannelLock: AsyncLock {
  private let place = Channel<Bool>(capacity: 1)

  func lock() async { await place.send(true) }
  func unlock() async { _ = await place.receive() }
}

/// The lock of many packages: a task that finds it free goes on without a suspension.
///
/// Other threads can run at that moment all the same.
final class ContinuationLock: AsyncLock, @unchecked Sendable {
  // `@unchecked`: `lock` guards both variables.
  private let state = NSLock()
  private var isHeld = false
  private var waiters: [UnsafeContinuation<Void, Never>] = []

  func lock() async {
    if take(orWaitWith: nil) { return }
    await withUnsafeContinuation { if take(orWaitWith: $0) { $0.resume() } }
  }

  func unlock() {
    let next = state.withLock { () -> UnsafeContinuation<Void, Never>? in
      if waiters.isEmpty { isHeld = false }
      return waiters.isEmpty ? nil : waiters.removeFirst()
    }
    next?.resume()
  }

  private func take(orWaitWith waiter: UnsafeContinuation<Void, Never>?) -> Bool {
    state.withLock {
      if !isHeld {
        isHeld = true
        return true
      }
      if let waiter { waiters.append(waiter) }
      return false
    }
  }
}
