public import Probe
public import Synchronization

/// A case of a select that sends to or receives from a channel of `Element`.
@usableFromInline final class ChannelArm<Element: Sendable>: Arm {
  @usableFromInline let storage: ChannelStorage<Element>
  @usableFromInline let role: Waiter<Element>.Role
  /// The element to send, or the element received.
  @usableFromInline var element: Element?
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
      verb: role == .sending ? .send : .receive,
      operations: Self.operations)
  }

  @inlinable static var operations: ArmOperations {
    ArmOperations(
      locked: { Self.from($0).lock($1) },
      sharing: { Self.from($0).share($1, $2) },
      isReady: { Self.from($0).findReady() },
      takeTurn: { Self.from($0).happen() },
      enqueue: { Self.from($0).standInLine($1, $2) },
      leave: { Self.from($0).leaveLine() },
      wakePartner: { Self.from($0).wake() },
      describeElement: { Self.from($0).element.map { String(describing: $0) } })
  }

  @inlinable static func from(_ arm: Arm) -> ChannelArm {
    // An arm calls only its own operations, which are made here.
    unsafeDowncast(arm, to: ChannelArm.self)
  }

  @inlinable func lock(_ body: () -> Void) {
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

  @inlinable func share(_ other: Arm, _ body: () -> Void) {
    // The same channel has the same elements.
    rules = Self.from(other).rules
    body()
    rules = nil
  }

  @inlinable func findReady() -> Bool {
    switch role {
    case .sending: rules?.pointee.isReadyToSend() ?? false
    case .receiving: rules?.pointee.isReadyToReceive() ?? false
    }
  }

  @inlinable func happen() -> Bool {
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

  @inlinable func standInLine(_ choice: Choice, _ number: Int) {
    let waiter = Waiter(role, element: element, of: choice, caseNumber: number)
    self.waiter = waiter
    rules?.pointee.enqueue(waiter)
  }

  @inlinable func leaveLine() {
    guard let waiter else { return }
    // Its task is this one, and it is awake: nobody is left to wake.
    _ = storage.rules.withLock { $0.leave(waiter).first }
    outcome = waiter.outcome
    if role == .receiving { element = waiter.element }
    self.waiter = nil
  }

  @inlinable func wake() {
    Wakeup(partner.take()).perform()
  }
}
