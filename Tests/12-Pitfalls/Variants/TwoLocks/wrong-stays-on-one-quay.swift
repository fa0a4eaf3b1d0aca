// wrong: one lock that all berths share
// rejected by: moves at other berths do not wait as wrong

import Channels
import Synchronization

/// A place on the quay with a number of crates, where one crane works at a time.
public final class Berth: Sendable {
  /// The number of the berth; no two berths have the same.
  public let number: Int
  /// How many crates stand here.
  public var crates: Int { count.withLock { $0 } }

  private let count: Mutex<Int>

  /// Makes a berth that is free.
  public init(number: Int, crates: Int) {
    self.number = number
    count = Mutex(crates)
  }

  /// Counts crates that come or, if negative, go.
  func add(_ crates: Int) { count.withLock { $0 += crates } }
}

/// One lock for the whole harbor, and the tasks that wait for it.
private let harbor = Mutex<(isBusy: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

private func occupyHarbor() async {
  await withCheckedContinuation { continuation in
    let isFree = harbor.withLock { harbor in
      if harbor.isBusy { harbor.waiting.append(continuation) }
      defer { harbor.isBusy = true }
      return !harbor.isBusy
    }
    if isFree { continuation.resume() }
  }
}

private func leaveHarbor() {
  let next = harbor.withLock { harbor in
    harbor.isBusy = !harbor.waiting.isEmpty
    return harbor.isBusy ? harbor.waiting.removeFirst() : nil
  }
  next?.resume()
}

/// Moves crates from one berth to another, or none if there are too few.
public func move(
  _ crates: Int, from origin: Berth, to destination: Berth,
  carry: @escaping @Sendable () async -> Void
) async -> Bool {
  await occupyHarbor()
  defer { leaveHarbor() }
  guard origin.crates >= crates else { return false }

  await carry()
  origin.add(-crates)
  destination.add(crates)
  return true
}
