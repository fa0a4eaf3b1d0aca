// wrong: gives up when another task holds one of the locks
// rejected by: a move waits for a silo that is busy as wrong
public import Synchronization

/// A silo with grain, which many tasks fill and empty.
///
/// Who needs the locks of two silos takes that of the lower number first, here and everywhere else.
public final class Silo: Sendable {
  /// The number of the silo; no two silos have the same.
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
/// All of it moves, or nothing. Who holds the locks of both silos never sees grain that has left one and
/// has not come to the other. Any number of moves may run at once, in any direction; all come to an end.
/// A move from a silo to itself changes nothing.
///
///     let east = Silo(number: 1, tons: 40)
///     let west = Silo(number: 2, tons: 0)
///     move(30, from: east, to: west)  // true: 10 and 30
///     move(30, from: east, to: west)  // false: still 10 and 30
///
/// - Parameters:
///   - amount: The tons to move, 0 or more.
///   - source: Where they are taken from.
///   - target: Where they are put.
/// - Returns: Whether there was enough.
@discardableResult
public func move(_ amount: Int, from source: Silo, to target: Silo) -> Bool {
  guard source !== target else { return source.tons.withLock { $0 >= amount } }
  let isFirstSource = source.number < target.number
  let (first, second) = isFirstSource ? (source, target) : (target, source)
  return first.tons.withLock { inFirst in
    second.tons.withLockIfAvailable { inSecond in
      guard (isFirstSource ? inFirst : inSecond) >= amount else { return false }
      inFirst += isFirstSource ? -amount : amount
      inSecond += isFirstSource ? amount : -amount
      return true
    } ?? false
  }
}
