public import Synchronization

/// A silo with grain, which many tasks fill and empty.
///
/// A task that needs the locks of two silos locks the silo with the lower number first, here and
/// everywhere else.
public final class Silo: Sendable {
  /// The number of the silo; no two silos have the same number.
  public let number: Int

  /// The tons of grain in it.
  public let tons: Mutex<Int>

  /// Makes a silo.
  ///
  /// - Parameters:
  ///   - number: Its number, which no other silo has.
  ///   - tons: How much grain is in it.
  public init(number: Int, tons: Int) {
    self.number = number
    self.tons = Mutex(tons)
  }
}

/// Moves grain from one silo to another, if there is enough of it.
///
/// All of it moves, or nothing. A task that holds the locks of both silos never sees grain that has
/// left one and has not reached the other. Any number of moves may run at the same time, in any
/// direction; all of them end. A move from a silo to itself changes nothing. Even then, the result
/// says whether there was enough.
///
///     let east = Silo(number: 1, tons: 40)
///     let west = Silo(number: 2, tons: 0)
///     move(30, from: east, to: west)  // true: 10 and 30
///     move(30, from: east, to: west)  // false: still 10 and 30
///
/// - Parameters:
///   - amount: The tons to move, 0 or more.
///   - source: The silo that they are taken from.
///   - target: The silo that they are put into.
/// - Returns: Whether there was enough.
@discardableResult
public func move(_ amount: Int, from source: Silo, to target: Silo) -> Bool {
  guard source !== target else { return source.tons.withLock { $0 >= amount } }
  // One order for all tasks. With "source first", two moves in opposite directions each hold one
  // lock and wait for the other forever: a deadlock, in Swift as in Go.
  let (first, second) = source.number < target.number ? (source, target) : (target, source)
  return first.tons.withLock { inFirst in
    second.tons.withLock { inSecond in
      // Both locks at once: between two calls of `withLock`, one after the other, the grain would
      // be in neither silo.
      let isFirstSource = first === source
      guard (isFirstSource ? inFirst : inSecond) >= amount else { return false }
      inFirst += isFirstSource ? -amount : amount
      inSecond += isFirstSource ? amount : -amount
      return true
    }
  }
}
