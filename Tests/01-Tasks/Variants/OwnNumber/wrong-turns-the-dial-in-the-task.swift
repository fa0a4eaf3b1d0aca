// wrong: turns the dial and reads it in two steps, between which another task may turn it
// rejected by: each crate has a number of its own as wrong
import Synchronization

/// Stamps the crates 1, 2, … up to `count`, all at the same time, each with its own number.
///
/// Each number is stamped once, in any order. Returns when the last call of `stamp` has returned.
///
///     await stampCrates(2) { number in print("crate \(number)") }   // crate 2, crate 1
///
/// - Parameters:
///   - count: How many crates there are; at least one.
///   - stamp: Stamps one crate with this number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  let dial = Dial()
  await withTaskGroup { group in
    for _ in 1...count {
      group.addTask {
        dial.turn()
        await stamp(dial.number)
      }
    }
  }
}

/// Shows a number, and can be turned to the next one.
final class Dial: Sendable {
  private let shown = Mutex(0)

  var number: Int { shown.withLock { $0 } }

  func turn() {
    shown.withLock { $0 += 1 }
  }
}
