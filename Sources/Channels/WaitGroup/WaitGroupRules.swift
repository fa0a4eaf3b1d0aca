/// The rules of a wait group: a counter, and the tasks that wait until it is zero.
///
/// There is no lock, no task and no clock in here. Each event returns what to do next.
///
/// Invariants:
/// 1. The counter is not negative.
/// 2. Somebody waits only while the counter is above zero.
/// 3. A waiter that leaves a round is never released again by a later round.
@usableFromInline struct WaitGroupRules: Sendable {
  @usableFromInline var counter = 0
  @usableFromInline var waiters = WaitQueue<Never>()

  /// What becomes of a change of the counter.
  @usableFromInline enum Change {
    case counted(Wakeup<Never>), negative
  }

  /// Makes a counter of zero that nobody waits for.
  @inlinable init() {}

  /// The counter moves by `count`; at zero everyone who waits is released.
  ///
  /// A move below zero is refused, and the counter stays as it is.
  @inlinable mutating func add(_ count: Int) -> Change {
    defer { checkInvariants() }
    let (sum, overflows) = counter.addingReportingOverflow(count)
    if sum < 0 || overflows { return .negative }
    counter = sum
    return .counted(counter == 0 ? Wakeup(waiters.popAll(as: .done)) : Wakeup())
  }

  /// Whether a wait would return at once.
  @inlinable var isDone: Bool { counter == 0 }

  /// A task arrives that waits if it must; the wake-up names it when it need not.
  @inlinable mutating func arrive(_ waiter: Waiter<Never>) -> Wakeup<Never> {
    defer { checkInvariants() }
    if isDone {
      waiter.outcome = .done
      return Wakeup(waiter)
    }
    waiters.append(waiter)
    return Wakeup()
  }

  /// Traps when one of the invariants is broken; does nothing in release builds.
  @inlinable func checkInvariants() {
    assert(counter >= 0, "wait group invariant broken: the counter is \(counter)")
    assert(counter > 0 || waiters.isEmpty, "wait group invariant broken: someone waits for zero")
  }
}
