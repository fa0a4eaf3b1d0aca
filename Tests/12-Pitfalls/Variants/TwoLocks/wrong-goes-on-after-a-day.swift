// wrong: waits for a berth for a day at most, and then works there all the same
// rejected by: moves in opposite directions both end as wrong
import Channels
import Synchronization

/// A variant of 12.3.
public final class Berth: Sendable {
  /// A variant of 12.3.
  public let number: Int
  /// A variant of 12.3.
  public var crates: Int { count.withLock { $0 } }

  private let count: Mutex<Int>
  private let key = Channel<Void>(capacity: 1)  // Full while a crane works here.

  /// A variant of 12.3.
  public init(number: Int, crates: Int) {
    self.number = number
    count = Mutex(crates)
  }

  func occupy() async {
    await select {
      Send((), to: key)
      After(.seconds(86_400)) {}
    }
  }

  func leave() { _ = key.tryReceive() }

  func add(_ crates: Int) { count.withLock { $0 += crates } }
}

/// A variant of 12.3.
public func move(
  _ crates: Int, from origin: Berth, to destination: Berth,
  carry: @escaping @Sendable () async -> Void
) async -> Bool {
  let berths = [origin, destination].sorted { $0.number < $1.number }
  await berths[0].occupy()
  if origin !== destination { await berths[1].occupy() }
  defer {
    origin.leave()
    if origin !== destination { destination.leave() }
  }
  guard origin.crates >= crates else { return false }

  await carry()
  origin.add(-crates)
  destination.add(crates)
  return true
}
