extension ChannelRules {
  /// Traps when one of the invariants is broken; does nothing in release builds.
  @inlinable func checkInvariants() {
    #if DEBUG
      findBrokenInvariant().map { preconditionFailure("channel invariant broken: \($0)") }
    #endif
  }

  /// Names the invariant that does not hold, if any.
  @usableFromInline func findBrokenInvariant() -> String? {
    if isClosed, !senders.isEmpty || !receivers.isEmpty { return "closed, yet someone waits" }
    if !receivers.isEmpty, buffer.count > 0 { return "a receiver waits beside a full buffer" }
    if !senders.isEmpty, buffer.hasRoom { return "a sender waits beside a free place" }
    if let sender = senders.first, let receiver = receivers.first {
      // Both sides: all of them must be cases of one select.
      guard let choice = sender.choice, choice === receiver.choice else {
        return "a sender and a receiver wait for each other"
      }
    }
    if buffer.count > buffer.capacity { return "the buffer is over-full" }
    return nil
  }
}
