// wrong: waits no longer than a day
// rejected by: it releases every task in the moment of zero as wrong

import Channels
import Synchronization

public struct NegativeTally: Error {
  public init() {}
}

/// A variant of 5.5.
public final class Tally: Sendable {
  private struct State {
    var count = 0
    var round = Channel<Void>()
  }

  private let state = Mutex(State())

  public init() {}

  public func add(_ count: Int = 1) async throws {
    let ended = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      let wasZero = state.count == 0
      state.count += count
      if wasZero, count > 0 { state.round = Channel<Void>() }
      return state.count == 0 && !wasZero ? state.round : nil
    }
    ended?.close()
  }

  public func done() async throws {
    try await add(-1)
  }

  public func wait() async {
    let round = state.withLock { $0.count > 0 ? $0.round : nil }
    guard let round else { return }
    await Task {
      await select {
        Receive(from: round) { _ in }
        After(.seconds(86_400)) {}
      }
    }.value
  }
}
