import Synchronization

/// A meeting point at sea: no ship sails on before a given number of ships have arrived.
///
/// The same barrier serves one round after the other. An actor inside may do the work; `Barrier`
/// itself stays a class.
///
///     let buoy = Barrier(ships: 2)
///     // The "Gull" arrives after 3 s, the "Petrel" after 8 s. Each of them calls:
///     await buoy.meet()   // both sail on after 8 s
public final class Barrier: Sendable {
  private let ships: Int

  // The ships that wait in this round, and nothing else. A count of arrivals that is set back by
  // ships as they leave would mix up rounds: a fast ship is back before a slow one has left.
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  ///
  /// The last ship of a round sails on at once. It releases the others at that moment, and begins a
  /// new round: a ship that arrives later belongs to the new round, even when ships of the old one
  /// have not sailed on yet. More ships than one round needs may use a barrier; they fill the
  /// rounds in the order in which they arrive.
  ///
  /// Cancellation has no effect: a cancelled ship arrives and waits like any other.
  public func meet() async {
    await withCheckedContinuation { continuation in
      let released = waiting.withLock { waiting in
        waiting.append(continuation)
        // With one ship, the first arrival is the last, and is released here like any other.
        guard waiting.count == ships else { return [CheckedContinuation<Void, Never>]() }
        // The new round begins before anyone of the old one goes on.
        defer { waiting = [] }
        return waiting
      }
      for continuation in released { continuation.resume() }
    }
  }
}
