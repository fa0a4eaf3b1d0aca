/// A meeting point at sea: no ship sails on before a given number of ships have arrived.
///
/// The same barrier serves one round after the other. An actor inside may do the work; `Barrier`
/// itself stays a class.
///
///     let buoy = Barrier(ships: 2)
///     // The "Gull" arrives after 3 s, the "Petrel" after 8 s. Each of them calls:
///     await buoy.meet()   // both sail on after 8 s
public final class Barrier: Sendable {
  // TODO(5.6): How does a ship know which round it belongs to, and who lets the others go?

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {}

  /// Arrives, and waits until enough ships have arrived in this round.
  ///
  /// The last ship of a round sails on at once. It releases the others at that moment, and begins a
  /// new round: a ship that arrives later belongs to the new round, even when ships of the old one
  /// have not sailed on yet. More ships than one round needs may use a barrier; they fill the
  /// rounds in the order in which they arrive.
  ///
  /// Cancellation has no effect: a cancelled ship arrives and waits like any other.
  public func meet() async {}
}
