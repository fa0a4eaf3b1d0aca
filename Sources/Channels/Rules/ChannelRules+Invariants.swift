extension ChannelRules {
  /// Traps when one of the invariants is broken; does nothing in release builds.
  @inlinable func checkInvariants() {
    #if DEBUG
      findBrokenInvariant().map { preconditionFailure("channel invariant broken: \($0)") }
    #endif
  }

  /// Describes the invariant that does not hold, if any.
  @usableFromInline func findBrokenInvariant() -> String? {
    if isClosed, !senders.isEmpty || !receivers.isEmpty {
      return "the channel is closed, and a task waits"
    }
    if !receivers.isEmpty, buffer.count > 0 {
      return "a receiver waits although the buffer has elements"
    }
    if !senders.isEmpty, buffer.hasRoom { return "a sender waits although the buffer has room" }
    if let sender = senders.first, let receiver = receivers.first {
      // Both sides: all of them must be cases of one select.
      guard let claim = sender.selectClaim, claim === receiver.selectClaim else {
        return "a sender and a receiver wait for each other"
      }
    }
    if buffer.count > buffer.capacity { return "the buffer has more elements than its capacity" }
    return nil
  }
}
