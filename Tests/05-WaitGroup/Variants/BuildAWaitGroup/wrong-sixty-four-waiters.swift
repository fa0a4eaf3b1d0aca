// wrong: lets 64 tasks wait, and no others
// rejected by: it releases every task in the moment of zero as wrong
import Channels
import Synchronization

public struct NegativeTally: Error {
  public init() {}
}

public final class Tally: Sendable {
  private let state = Mutex(State())

  private struct State {
    var count = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  public init() {}

  public func add(_ count: Int = 1) async throws {
    let released = try state.withLock { state in
      guard state.count + count >= 0 else { throw NegativeTally() }
      state.count += count
      guard state.count == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in released { continuation.resume() }
  }

  public func done() async throws {
    try await add(-1)
  }

  public func wait() async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.waiting.count == 64 { return true }
        if state.count > 0 { state.waiting.append(continuation) }
        return state.count == 0
      }
      if isDone { continuation.resume() }
    }
  }
}
