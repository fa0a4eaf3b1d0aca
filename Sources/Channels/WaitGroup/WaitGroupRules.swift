/// The rules of a wait group: a counter, and the tasks that wait until it is zero.
///
/// The rules use no lock, no task and no clock. Each event returns what to do next.
///
/// Invariants:
/// 1. The counter is not negative.
/// 2. A task waits only while the counter is above zero.
/// 3. A waiter that was released in one round is not released again in a later one.
@usableFromInline struct WaitGroupRules: Sendable {
  @usableFromInline var counter = 0
  @usableFromInline var waiters = WaitQueue<Never>()

  /// What a change of the counter does.
  @usableFromInline enum Change {
    case counted(Wakeup<Never>), negative
  }

  /// Makes a counter of zero.
  @inlinable init() {}

  /// The counter changes by `count`; at zero every waiter is released.
  ///
  /// A change that would make the counter negative is not made.
  @inlinable mutating func add(_ count: Int) -> Change {
    defer { checkInvariants() }
    let (sum, overflows) = counter.addingReportingOverflow(count)
    if sum < 0 || overflows { return .negative }
    counter = sum
    return .counted(counter == 0 ? Wakeup(waiters.popAll(as: .done)) : Wakeup())
  }

  /// Whether a wait would return at once.
  @inlinable var isDone: Bool { counter == 0 }

  /// A task arrives, to wait if it must; if it need not, the wake-up contains it.
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
    assert(
      counter > 0 || waiters.isEmpty,
      "wait group invariant broken: a task waits, and the counter is 0")
  }
}
