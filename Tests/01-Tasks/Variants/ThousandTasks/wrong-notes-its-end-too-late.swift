// wrong: a task does one more thing after it has said that it is done
// rejected by: none is left at the end as wrong

import Synchronization

/// The number of tasks at three moments.
public struct Census: Sendable {
  /// Before any task was started.
  public var before: Int

  /// When all tasks had been started.
  public var launched: Int

  /// When all tasks had ended.
  public var after: Int

  /// Stores the three numbers.
  public init(before: Int, launched: Int, after: Int) {
    self.before = before
    self.launched = launched
    self.after = after
  }
}

/// Starts `count` tasks at once and takes a census at three moments.
public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  let before = alive()
  let crew = Crew(size: count)
  for number in 1...count {
    Task {
      defer { crew.log(number) }
      await work(number)
      crew.done()
    }
  }
  let launched = alive()
  await crew.wait()
  return Census(before: before, launched: launched, after: alive())
}

/// Knows how many tasks are left, and in which order they ended.
private final class Crew: Sendable {
  private let state: Mutex<(left: Int, waiter: CheckedContinuation<Void, Never>?)>
  private let ended = Mutex<[Int]>([])

  init(size: Int) { state = Mutex((size, nil)) }

  func log(_ number: Int) { ended.withLock { $0.append(number) } }

  func done() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      state.left -= 1
      return state.left == 0 ? state.waiter : nil
    }
    waiter?.resume()
  }

  func wait() async {
    await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
      let isDone = state.withLock { state -> Bool in
        if state.left == 0 { return true }
        state.waiter = waiter
        return false
      }
      if isDone { waiter.resume() }
    }
  }
}
