// wrong: a ship that is cancelled before it arrives waits, but completes no round
// rejected by: cancelling does not end a wait as wrong
import Synchronization

public final class Barrier: Sendable {
  private let ships: Int

  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  public init(ships: Int) {
    self.ships = ships
  }

  public func meet() async {
    await withCheckedContinuation { continuation in
      let released = waiting.withLock { waiting in
        waiting.append(continuation)
        if Task.isCancelled { return [CheckedContinuation<Void, Never>]() }
        guard waiting.count == ships else { return [CheckedContinuation<Void, Never>]() }
        defer { waiting = [] }
        return waiting
      }
      for continuation in released { continuation.resume() }
    }
  }
}
