public import Synchronization

/// What came of the attempt to send or receive for one case of a select.
public struct CaseResult {
  @usableFromInline let outcome: Outcome
  /// The waiter of the other side, to be woken after the locks are released.
  @usableFromInline let partner: AnyObject?

  @inlinable init(_ outcome: Outcome, releasing partner: AnyObject? = nil) {
    self.outcome = outcome
    self.partner = partner
  }
}

/// What the cases of a select do with their channel.
extension ChannelStorage {
  /// Runs `body` with a pointer to the rules, which is valid while the lock is held.
  ///
  /// A select locks all its channels inside one another, by a call that nests once for each of them;
  /// `inout` cannot pass any number of rules.
  @inlinable func withLockedRules(_ body: (UnsafeMutableRawPointer) -> Void) {
    rules.withLock { rules in
      withUnsafeMutablePointer(to: &rules) { body(UnsafeMutableRawPointer($0)) }
    }
  }

  /// The rules behind the pointer that `withLockedRules` gives.
  @inlinable static func rules(
    at pointer: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<ChannelRules<Element>> {
    // Cases on one channel share its lock and this pointer, and have the same type of elements.
    pointer.assumingMemoryBound(to: ChannelRules<Element>.self)
  }

  /// Removes a waiter whose own task is awake, and returns how its case ended.
  @inlinable func leaveAwake(_ waiter: Waiter<Element>) -> Outcome {
    // The wake-up is for the task that runs here, so there is no one to wake.
    _ = rules.withLock { $0.leave(waiter).first }
    return waiter.outcome
  }

  /// Wakes the task that an attempt at a channel of this type has released.
  @inlinable static func wakePartner(after result: CaseResult) {
    guard let partner = result.partner else { return }
    Wakeup(unsafeDowncast(partner, to: Waiter<Element>.self)).perform()
  }
}
