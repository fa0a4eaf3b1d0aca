import Channels
import Synchronization

/// A place on the quay with a number of crates, where one crane works at a time.
///
/// Every berth has a number of its own.
public final class Berth: Sendable {
  /// The number of the berth, which may be any `Int`; no two berths have the same.
  public let number: Int
  /// How many crates are here.
  public var crates: Int { count.withLock { $0 } }

  private let count: Mutex<Int>
  private let key = Channel<Void>(capacity: 1)  // Full while a crane works here.

  /// Makes a berth that is free.
  public init(number: Int, crates: Int) {
    self.number = number
    count = Mutex(crates)
  }

  /// Waits until the berth is free, and keeps it for the caller.
  func occupy() async { await key.send(()) }

  /// Gives the berth to the next move that waits.
  func leave() { _ = key.tryReceive() }

  /// Adds crates, or removes them if the number is negative.
  func add(_ crates: Int) { count.withLock { $0 += crates } }
}

/// Moves crates from one berth to another, or none if there are too few.
///
/// Many moves may be called at the same time, in any direction, and all of them end. While a move
/// works, it has both berths to itself: no other move works at either of them. A move that has one
/// of its berths may keep it while it waits for the other one. A move that waits for a berth goes
/// on as soon as the berth is free. Two moves at four different berths do not wait for each other.
/// If the caller is cancelled, none of this has to hold.
///
/// When a move has the berths, it checks how many crates there are. If there are too few, it
/// returns `false` without calling `carry`, and the berths are free again. Otherwise it calls
/// `carry` once. As soon as `carry` has ended, and not before, it changes both numbers, leaves the
/// berths, and returns `true`. Origin and destination may be the same berth: the move works in the
/// same way, and the number stays as it is.
///
///     // Berth 1 has 5 crates, berth 2 has none. Afterwards they have 3 and 2.
///     await move(2, from: berth1, to: berth2) { await crane.swing() }   // true
///
/// - Parameters:
///   - crates: How many crates to move; at least one.
///   - origin: Where they are.
///   - destination: Where they go.
///   - carry: Carries them, which may take a while.
/// - Returns: Whether the crates were moved.
public func move(
  _ crates: Int, from origin: Berth, to destination: Berth,
  carry: @escaping @Sendable () async -> Void
) async -> Bool {
  // TODO(12.3): One move after the other works. What can two at the same time do to each other?
  await origin.occupy()
  await destination.occupy()
  defer {
    destination.leave()
    origin.leave()
  }
  guard origin.crates >= crates else { return false }

  await carry()
  origin.add(-crates)
  destination.add(crates)
  return true
}
