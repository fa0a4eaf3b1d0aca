public import Synchronization

/// How the turn of one case of a select has ended.
public struct SelectTurn {
  @usableFromInline let outcome: Outcome
  /// The waiter of the other side, to be woken once the locks are open.
  @usableFromInline let partner: AnyObject?

  @inlinable init(_ outcome: Outcome, releasing partner: AnyObject? = nil) {
    self.outcome = outcome
    self.partner = partner
  }
}

/// What the arms of a select do with the channel behind them.
extension ChannelStorage {
  /// Runs `body` with a pointer to the rules, which is good while the lock is held.
  ///
  /// All channels of a select are locked inside one another, by a call that nests once for each of
  /// them; there is no `inout` for any number of rules.
  @inlinable func withLockedRules(_ body: (UnsafeMutableRawPointer) -> Void) {
    rules.withLock { rules in
      withUnsafeMutablePointer(to: &rules) { body(UnsafeMutableRawPointer($0)) }
    }
  }

  /// The rules behind the pointer that `withLockedRules` gives.
  @inlinable static func rules(
    at pointer: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<ChannelRules<Element>> {
    // Arms of one channel share its lock and this pointer; their elements are the same.
    pointer.assumingMemoryBound(to: ChannelRules<Element>.self)
  }

  /// Takes a waiter out whose own task is awake and asks, and says how its case has ended.
  @inlinable func leaveAwake(_ waiter: Waiter<Element>) -> Outcome {
    // The wake-up is for that task: nobody is left to wake.
    _ = rules.withLock { $0.leave(waiter).first }
    return waiter.outcome
  }

  /// Wakes the task that a turn at a channel of this type has released.
  @inlinable static func wakePartner(of turn: SelectTurn) {
    guard let partner = turn.partner else { return }
    Wakeup(unsafeDowncast(partner, to: Waiter<Element>.self)).perform()
  }
}
