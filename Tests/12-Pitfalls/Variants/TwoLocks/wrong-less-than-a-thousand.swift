// wrong: refuses to move a thousand crates or more
// rejected by: the numbers change when the crates have arrived as wrong

import Channels
import Synchronization

/// A place on the quay with a number of crates, where one crane works at a time.
public final class Berth: Sendable {
  /// The number of the berth; no two berths have the same.
  public let number: Int
  /// How many crates stand here.
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

  /// Gives the berth to the next one that waits.
  func leave() { _ = key.tryReceive() }

  /// Counts crates that come or, if negative, go.
  func add(_ crates: Int) { count.withLock { $0 += crates } }
}

/// Moves crates from one berth to another, or none if there are too few.
public func move(
  _ crates: Int, from origin: Berth, to destination: Berth,
  carry: @escaping @Sendable () async -> Void
) async -> Bool {
  let (first, second) =
    origin.number < destination.number
    ? (origin, destination) : (destination, origin)
  await first.occupy()
  if first !== second { await second.occupy() }
  defer {
    if first !== second { second.leave() }
    first.leave()
  }
  guard origin.crates >= crates, crates < 1_000 else { return false }
  await carry()
  origin.add(-crates)
  destination.add(crates)
  return true
}
