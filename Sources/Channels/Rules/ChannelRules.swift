/// The rules of a channel: who gets which element, and who has to wait.
///
/// The rules use no lock, no task and no clock. Each event returns what to do next, and the owner
/// of the rules does that after it has released the lock.
///
/// Every operation decides in one order: closed, partner waiting, buffer, would not block, wait.
/// First come, first served.
///
/// Invariants:
/// 1. A closed channel has no waiters.
/// 2. A waiting receiver means an empty buffer.
/// 3. A waiting sender means a full buffer.
/// 4. Only one side waits, except for one select that both sends to and receives from this
///    channel: it never meets itself, so it has a waiter on each side.
/// 5. A buffer holds at most `capacity` elements.
@usableFromInline struct ChannelRules<Element: Sendable>: ~Copyable, Sendable {
  @usableFromInline var buffer: Ring<Element>
  @usableFromInline var senders = WaitQueue<Element>()
  @usableFromInline var receivers = WaitQueue<Element>()
  @usableFromInline var isClosed = false

  /// What happens to an element that is offered.
  @usableFromInline enum Offer {
    case taken(Wakeup<Element>), closed, wouldWait
  }

  /// What a receiver finds.
  @usableFromInline enum Supply {
    case element(Element, Wakeup<Element>), closed, wouldWait
  }

  /// What a close does.
  @usableFromInline enum Closing {
    case closed(Wakeup<Element>), alreadyClosed
  }

  /// Makes the rules of an open, empty channel.
  @inlinable init(capacity: Int) {
    buffer = Ring(capacity: capacity)
  }

  /// A sender arrives, and will not wait.
  @inlinable mutating func arrive(sending element: Element) -> Offer {
    defer { checkInvariants() }
    if isClosed { return .closed }
    if let receiver = receivers.popFirst() {
      receiver.element = element
      receiver.outcome = .done
      return .taken(Wakeup(receiver))
    }
    return buffer.append(element) ? .taken(Wakeup()) : .wouldWait
  }

  /// A receiver arrives, and will not wait.
  @inlinable mutating func arriveReceiving() -> Supply {
    defer { checkInvariants() }
    // The oldest element is in the buffer if the buffer has any: senders wait only while it is
    // full.
    if let element = buffer.popFirst() {
      return .element(element, admitSender())
    }
    if isClosed { return .closed }
    guard let sender = senders.popFirst(), let element = sender.element.take() else {
      return .wouldWait
    }
    sender.outcome = .done
    return .element(element, Wakeup(sender))
  }

  /// A waiter arrives, to wait if it must; if it need not, the wake-up contains it, too.
  @inlinable mutating func arrive(_ waiter: Waiter<Element>) -> Wakeup<Element> {
    var partner: Waiter<Element>?
    switch waiter.role {
    case .sending:
      guard let element = waiter.element else { return Wakeup() }
      switch arrive(sending: element) {
      case .taken(let wakeup): (partner, waiter.outcome) = (wakeup.first, .done)
      case .closed: waiter.outcome = .closed
      case .wouldWait: enqueue(waiter)
      }
    case .receiving:
      switch arriveReceiving() {
      case .element(let element, let wakeup):
        (partner, waiter.outcome, waiter.element) = (wakeup.first, .done, element)
      case .closed: waiter.outcome = .closed
      case .wouldWait: enqueue(waiter)
      }
    }
    if waiter.isQueued { return Wakeup() }
    guard let partner else { return Wakeup(waiter) }
    partner.next = waiter
    return Wakeup(partner)
  }

  /// A waiter has to wait: neither its operation nor another case of its select was possible.
  @inlinable mutating func enqueue(_ waiter: Waiter<Element>) {
    switch waiter.role {
    case .sending: senders.append(waiter)
    case .receiving: receivers.append(waiter)
    }
    checkInvariants()
  }

  /// A waiter is cancelled, or its select has chosen another case; does nothing if it has left
  /// already.
  @inlinable mutating func leave(_ waiter: Waiter<Element>) -> Wakeup<Element> {
    defer { checkInvariants() }
    guard waiter.isQueued else { return Wakeup() }
    switch waiter.role {
    case .sending: senders.remove(waiter)
    case .receiving: receivers.remove(waiter)
    }
    waiter.outcome = .cancelled
    return Wakeup(waiter)
  }

  /// The last element has been sent: every waiter leaves with `closed`.
  @inlinable mutating func close() -> Closing {
    defer { checkInvariants() }
    if isClosed { return .alreadyClosed }
    isClosed = true
    // At most one side has waiters that can be claimed; see invariant 4.
    let waiters = receivers.popAll(as: .closed)
    let others = senders.popAll(as: .closed)
    return .closed(Wakeup(waiters ?? others))
  }

  /// Whether a send would find a receiver, a free place or a closed channel.
  @inlinable mutating func isReadyToSend() -> Bool {
    isClosed || receivers.hasLive() || buffer.hasRoom
  }

  /// Whether a receive would find an element or a closed channel.
  @inlinable mutating func isReadyToReceive() -> Bool {
    buffer.count > 0 || isClosed || senders.hasLive()
  }

  /// A place became free: the sender that has waited longest puts its element there.
  @inlinable mutating func admitSender() -> Wakeup<Element> {
    guard let sender = senders.popFirst(), let element = sender.element.take() else {
      return Wakeup()
    }
    sender.outcome = .done
    _ = buffer.append(element)
    return Wakeup(sender)
  }
}
