// wrong: a shared total that is read before a part is added up and written after
// rejected by: the sum does not depend on the number of parts as wrong
import Synchronization

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let total = Total()
  await withTaskGroup { group in
    let bounds = (0...parts).map { $0 * numbers.count / parts }
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      group.addTask {
        let before = total.value
        let after = before + (await add(numbers[start..<end]))
        total.set(after)
      }
    }
  }
  return total.value
}

private final class Total: Sendable {
  private let sum = Mutex(0)

  var value: Int { sum.withLock { $0 } }

  func set(_ value: Int) {
    sum.withLock { $0 = value }
  }

  func add(_ value: Int) {
    sum.withLock { $0 += value }
  }
}
