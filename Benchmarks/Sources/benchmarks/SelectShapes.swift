import Channels
import Synchronization

extension Shape {
  static let selects: [Shape] = [
    Shape(
      "select-2", "a send, and a select over two channels of which one is ready",
      operations: 100_000,
      [
        Entry(.channels) { count in
          let (a, b) = (Channel<Int>(capacity: 1), Channel<Int>(capacity: 1))
          for number in 0..<count {
            await (number & 1 == 0 ? a : b).send(number)
            await select {
              Receive(from: a) { keep($0 ?? 0) }
              Receive(from: b) { keep($0 ?? 0) }
            }
          }
        }
      ]),
    Shape(
      "select-6", "a send, and a select over six channels of which one is ready",
      operations: 50_000,
      [
        Entry(.channels) { count in
          let all = (0..<6).map { _ in Channel<Int>(capacity: 1) }
          let (a, b, c, d, e, f) = (all[0], all[1], all[2], all[3], all[4], all[5])
          for number in 0..<count {
            await all[number % 6].send(number)
            await select {
              Receive(from: a) { keep($0 ?? 0) }
              Receive(from: b) { keep($0 ?? 0) }
              Receive(from: c) { keep($0 ?? 0) }
              Receive(from: d) { keep($0 ?? 0) }
              Receive(from: e) { keep($0 ?? 0) }
              Receive(from: f) { keep($0 ?? 0) }
            }
          }
        }
      ]),
    Shape(
      "select-default", "a select over two empty channels takes its default",
      operations: 100_000,
      [
        Entry(.channels) { count in
          let (a, b) = (Channel<Int>(), Channel<Int>())
          for _ in 0..<count {
            await select {
              Receive(from: a) { keep($0 ?? 0) }
              Receive(from: b) { keep($0 ?? 0) }
              Default {}
            }
          }
        }
      ]),
    Shape(
      "select-waiting", "one task selects over two channels, another hands it elements",
      operations: 25_000,
      [
        Entry(.channels) { count in
          let (a, b) = (Channel<Int>(), Channel<Int>())
          await exchange(count) { count in
            for number in 0..<count { await (number & 1 == 0 ? a : b).send(number) }
          } receive: { count in
            for _ in 0..<count {
              await select {
                Receive(from: a) { keep($0 ?? 0) }
                Receive(from: b) { keep($0 ?? 0) }
              }
            }
          }
        }
      ]),
    Shape(
      "select-contended", "four tasks send and four receive, all by select over three channels",
      operations: 40_000,
      [
        Entry(.channels) { count in
          let (a, b, c) = (Channel<Int>(), Channel<Int>(capacity: 1), Channel<Int>(capacity: 10))
          await exchange(count, senders: 4, receivers: 4) { count in
            for number in 0..<count {
              await select {
                Send(number, to: a)
                Send(number, to: b)
                Send(number, to: c)
              }
            }
          } receive: { count in
            for _ in 0..<count {
              await select {
                Receive(from: a) { keep($0 ?? 0) }
                Receive(from: b) { keep($0 ?? 0) }
                Receive(from: c) { keep($0 ?? 0) }
              }
            }
          }
        }
      ]),
  ]

  /// What the runtime alone takes, so that one sees how much of a figure is the channel.
  static let switches: [Shape] = [
    Shape(
      "resume-self", "a task suspends, having resumed itself", operations: 200_000,
      [
        Entry(.runtime) { count in
          for _ in 0..<count { await withUnsafeContinuation { $0.resume() } }
        }
      ]),
    Shape(
      "yield", "a task yields: one pass through the global executor", operations: 100_000,
      [Entry(.runtime) { count in for _ in 0..<count { await Task.yield() } }]),
    Shape(
      "baton", "two tasks wake each other by bare continuations behind a lock: a round trip",
      operations: 25_000,
      [
        Entry(.runtime) { count in
          let (ping, pong) = (Baton(), Baton())
          await exchange(count) { count in
            for _ in 0..<count {
              ping.pass()
              await pong.take()
            }
          } receive: { count in
            for _ in 0..<count {
              await ping.take()
              pong.pass()
            }
          }
        }
      ]),
  ]
}

/// The least by which one task can wait for another.
private final class Baton: Sendable {
  private enum State { case free, passed, awaited(UnsafeContinuation<Void, Never>) }
  private let state = Mutex(State.free)

  func pass() {
    let waiting = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      if case .awaited(let continuation) = state {
        state = .free
        return continuation
      }
      state = .passed
      return nil
    }
    waiting?.resume()
  }

  func take() async {
    await withUnsafeContinuation { continuation in
      let isPassed = state.withLock { state in
        if case .passed = state {
          state = .free
          return true
        }
        state = .awaited(continuation)
        return false
      }
      if isPassed { continuation.resume() }
    }
  }
}
