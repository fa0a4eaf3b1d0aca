public import Probe
import Synchronization

/// A case of a select that sends to or receives from a channel of `Element`.
@usableFromInline final class ChannelArm<Element: Sendable>: Arm {
  @usableFromInline let storage: ChannelStorage<Element>
  @usableFromInline let role: Waiter<Element>.Role
  /// The element to send, or the element received.
  @usableFromInline var element: Element?
  @usableFromInline var outcome = Outcome.waiting
  /// The place in the channel's queue, while the select waits.
  @usableFromInline var waiter: Waiter<Element>?
  /// The task that the turn of this arm has released.
  @usableFromInline var partner: Waiter<Element>?
  /// The rules, while this select holds the lock of the channel.
  @usableFromInline var rules: UnsafeMutablePointer<ChannelRules<Element>>?

  /// Makes a case that sends `element`, or one that receives.
  @inlinable init(
    _ role: Waiter<Element>.Role, _ storage: ChannelStorage<Element>, element: Element? = nil
  ) {
    self.role = role
    self.storage = storage
    self.element = element
    super.init(
      address: UInt(bitPattern: Unmanaged.passUnretained(storage).toOpaque()),
      resource: storage.resource,
      verb: role == .sending ? .send : .receive)
  }

  @usableFromInline override func locked(_ body: () -> Void) {
    storage.rules.withLock { rules in
      // The pointer lives as long as the lock is held: all channels of a select are locked
      // inside one another, which takes a call that nests once for each of them.
      withUnsafeMutablePointer(to: &rules) { pointer in
        self.rules = pointer
        body()
        self.rules = nil
      }
    }
  }

  @usableFromInline override func sharing(_ other: Arm, _ body: () -> Void) {
    rules = (other as? ChannelArm<Element>)?.rules
    body()
    rules = nil
  }

  @usableFromInline override func isReady() -> Bool {
    switch role {
    case .sending: rules?.pointee.isReadyToSend() ?? false
    case .receiving: rules?.pointee.isReadyToReceive() ?? false
    }
  }

  @usableFromInline override func takeTurn() -> Bool {
    guard let rules else { return false }
    switch role {
    case .sending:
      guard let element else { return false }
      switch rules.pointee.arrive(sending: element) {
      case .taken(let wakeup): (partner, outcome) = (wakeup.first, .done)
      case .closed: outcome = .closed
      case .wouldWait: return false
      }
    case .receiving:
      switch rules.pointee.arriveReceiving() {
      case .element(let received, let wakeup):
        (partner, outcome, element) = (wakeup.first, .done, received)
      case .closed: outcome = .closed
      case .wouldWait: return false
      }
    }
    return true
  }

  @usableFromInline override func enqueue(for choice: Choice, _ number: Int) {
    let waiter = Waiter(role, element: element, of: choice, caseNumber: number)
    self.waiter = waiter
    rules?.pointee.enqueue(waiter)
  }

  @usableFromInline override func leave() {
    guard let waiter else { return }
    // Its task is this one, and it is awake: nobody is left to wake.
    _ = storage.rules.withLock { $0.leave(waiter).first }
    outcome = waiter.outcome
    if role == .receiving { element = waiter.element }
    self.waiter = nil
  }

  @usableFromInline override func wakePartner() {
    Wakeup(partner.take()).perform()
  }

  @usableFromInline override var foundClosed: Bool { outcome == .closed }

  @usableFromInline override var elementDescription: String? {
    element.map { String(describing: $0) }
  }
}
