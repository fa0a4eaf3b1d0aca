// wrong: takes its number in two steps, so that two tasks may get the same one.
// rejected by: every task does its work as wrong
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

public func takeCensus(
  of count: Int, alive: @Sendable () -> Int, work: @escaping @Sendable (Int) async -> Void
) async -> Census {
  let before = alive()
  let numbers = Numbers()
  let launched = await withTaskGroup(of: Void.self, returning: Int.self) { group in
    for _ in 1...count {
      group.addTask {
        numbers.last.add(1, ordering: .sequentiallyConsistent)
        await work(numbers.last.load(ordering: .sequentiallyConsistent))
      }
    }
    return alive()
  }
  return Census(before: before, launched: launched, after: alive())
}

final class Numbers: Sendable {
  let last = Atomic<Int>(0)
}
