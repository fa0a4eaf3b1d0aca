// wrong: each amount waits for the one before
// rejected by: counting goes on while an amount is awaited as wrong
import Synchronization

/// A counter that any number of tasks may use at the same time.
public final class LockedCounter: Sendable {
  private let count = Mutex(0)
  private let queue = Queue()

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  public func increment() {
    count.withLock { $0 += 1 }
  }

  /// Asks `amount` for a number and adds it.
  public func add(_ amount: () async -> Int) async {
    await queue.enter()
    let amount = await amount()
    count.withLock { $0 += amount }
    await queue.leave()
  }
}

private actor Queue {
  private var isOccupied = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if isOccupied {
      await withCheckedContinuation { waiting.append($0) }
    }
    isOccupied = true
  }

  func leave() {
    if waiting.isEmpty {
      isOccupied = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}
