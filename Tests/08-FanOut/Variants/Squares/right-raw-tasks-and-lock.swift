// right: raw tasks that share a list behind a lock

internal import Synchronization

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let list = List(waiting: numbers)
  let crew = (0..<workers).map { _ in
    Task {
      while let number = list.next() { list.add(await square(number)) }
    }
  }
  for worker in crew { await worker.value }
  return list.squares
}

private final class List: Sendable {
  private let state: Mutex<(waiting: [Int], done: [Int])>

  init(waiting: [Int]) { state = Mutex((waiting.reversed(), [])) }

  var squares: [Int] { state.withLock { $0.done } }

  func next() -> Int? { state.withLock { $0.waiting.popLast() } }

  func add(_ square: Int) { state.withLock { $0.done.append(square) } }
}
