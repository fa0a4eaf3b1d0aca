public import Probe

/// A case of a select as its three passes see it (`Selection.swift`), whatever the type of its
/// elements; Go's `scase`.
public struct __CaseRecord {
  @usableFromInline let event: __SelectEvent
  /// The address of the channel; without one, the select itself decides when the case is ready.
  @usableFromInline let channel: UnsafeRawPointer?
  /// Where the channel was made, for reports.
  @usableFromInline let origin: Unmanaged<Origin>?

  /// The rules of the channel, while its lock is held.
  @usableFromInline var rules: UnsafeMutableRawPointer?
  /// In record k: the number of the case whose channel is locked as the k-th.
  @usableFromInline var lockOrder = 0
  @usableFromInline var isReady = false

  @inlinable init(
    _ event: __SelectEvent, channel: UnsafeRawPointer? = nil,
    madeAt origin: Unmanaged<Origin>? = nil
  ) {
    (self.event, self.channel, self.origin) = (event, channel, origin)
  }

  /// The channel, as reports name it.
  var resource: Resource? {
    channel.map {
      // The identifier of an object is its address.
      let identifier = unsafeBitCast($0, to: ObjectIdentifier.self)
      return Resource("channel", identifier, origin?.takeUnretainedValue())
    }
  }
}

/// What a case of a select waits for.
public enum __SelectEvent {
  /// An element can be sent to a channel, or received from it.
  case send, receive
  /// The select has waited for a duration.
  case after(Duration)
  /// The task was cancelled.
  case cancellation
  /// No other case is ready.
  case nothingElse

  @inlinable var isSend: Bool { if case .send = self { true } else { false } }
}

/// What a select does with a case that has a channel; the result tells whether it was possible.
public enum __CaseStep {
  /// Looks whether `attempt` would succeed.
  case look
  /// Sends or receives.
  case attempt
  /// Enqueues a waiter for the select.
  case enqueue(__SelectTicket)
  /// Leaves the queue, if the case is in it, and records how the wait ended.
  case dequeue
  /// Wakes the partner and tells the observer, after the locks are released.
  case finish(CallSite)
}

/// What a waiter in a queue knows about its select: the claim, and the number of the case.
public struct __SelectTicket {
  @usableFromInline let claim: SelectClaim
  @usableFromInline let number: Int

  @inlinable init(_ claim: SelectClaim, _ number: Int) {
    (self.claim, self.number) = (claim, number)
  }
}
