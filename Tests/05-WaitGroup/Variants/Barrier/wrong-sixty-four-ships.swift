// wrong: a round is complete with 64 ships at most
// rejected by: ships sail on when the last has arrived as wrong
import Synchronization

public final class Barrier: Sendable {
  private let ships: Int

  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  public init(ships: Int) {
    self.ships = min(ships, 64)
  }

  public func meet() async {
    await withCheckedContinuation { continuation in
      let released = waiting.withLock { waiting in
        waiting.append(continuation)
        guard waiting.count == ships else { return [CheckedContinuation<Void, Never>]() }
        defer { waiting = [] }
        return waiting
      }
      for continuation in released { continuation.resume() }
    }
  }
}
