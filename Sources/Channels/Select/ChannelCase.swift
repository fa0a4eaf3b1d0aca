public import Probe
public import Synchronization

/// A case of a `select` with a channel.
public protocol __ChannelCase: __SelectComponent where State == __ChannelState<Element> {
  /// What is sent or received.
  associatedtype Element: Sendable
  /// The direction.
  static var _isSend: Bool { get }
  /// The channel.
  var _channel: __CaseChannel<Element> { get }
}

extension __ChannelCase {
  /// The event, and the channel by its address.
  @inlinable public func _record(_ number: Int) -> __CaseRecord {
    let event = Self._isSend ? __SelectEvent.send : .receive
    guard let storage = _channel.storage else { return __CaseRecord(event) }
    return __CaseRecord(
      event, channel: Unmanaged.passUnretained(storage).toOpaque(),
      madeAt: storage.origin.map { .passUnretained($0) })
  }

  /// Runs `body` with the channel locked; the pointer to the rules is valid until `body` returns.
  @inlinable public func _withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    _channel.storage?.rules.withLock { rules in
      withUnsafeMutablePointer(to: &rules) { body($0) }
    }
  }

  /// Does one step with the channel.
  @inlinable public func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout __ChannelState<Element>,
    _ rules: UnsafeMutableRawPointer?
  ) -> Bool {
    // Cases on one channel share its lock and this pointer, and have the same type of elements.
    let rules = rules?.assumingMemoryBound(to: ChannelRules<Element>.self)
    switch (step, rules) {
    case (.look, let rules?):
      return Self._isSend ? rules.pointee.isReadyToSend() : rules.pointee.isReadyToReceive()
    case (.attempt, let rules?):
      if Self._isSend { state.send(&rules.pointee) } else { state.receive(&rules.pointee) }
      return state.outcome != .waiting
    case (.enqueue(let ticket), let rules?):
      let waiter = Waiter(
        Self._isSend ? .sending : .receiving, element: state.element, of: ticket.claim,
        caseNumber: ticket.number)
      state.waiter = .passRetained(waiter)
      rules.pointee.enqueue(waiter)
    case (.dequeue, let rules?):
      guard let waiter = state.waiter.take()?.takeRetainedValue() else { return false }
      // The wake-up is for the task that runs here, so there is no one to wake.
      _ = rules.pointee.leave(waiter).first
      state.outcome = waiter.outcome
      if !Self._isSend { state.element = waiter.element }
    case (.finish(let place), _):
      Wakeup(state.waiter.take()?.takeRetainedValue()).perform()
      // Describing the operation allocates, and a receive from a closed channel must not.
      if Observer.current != nil || state.outcome == .closed && Self._isSend {
        tell(state, at: place)
      }
    default: return false
    }
    return true
  }

  /// Tells the observer what was sent or received; traps for a misuse without an observer.
  @inlinable @inline(never) func tell(_ state: __ChannelState<Element>, at place: CallSite) {
    guard let storage = _channel.storage else { return }
    let done = storage.operation(Self._isSend ? .send : .receive, at: place)
    if Self._isSend, state.outcome == .closed {
      misuse(.sendOnClosed, in: done)
    } else {
      storage.observed?.note(done, value: state.element.map { String(describing: $0) })
    }
  }
}

/// The channel of a case; `nil` is never ready.
public struct __CaseChannel<Element: Sendable> {
  @usableFromInline let storage: ChannelStorage<Element>?

  @inlinable init(_ storage: ChannelStorage<Element>?) { self.storage = storage }
}

/// What changes in a case with a channel while its select runs.
public struct __ChannelState<Element: Sendable> {
  /// The waiter of this case in the channel's queue; after an attempt, the partner to be woken.
  // `Unmanaged`: with a simple element, destroying the state then costs nothing. The steps balance:
  // `dequeue` releases what `enqueue` has retained, and `finish` what `attempt` has.
  @usableFromInline var waiter: Unmanaged<Waiter<Element>>?
  /// What to send, or what was received.
  @usableFromInline var element: Element?
  @usableFromInline var outcome = Outcome.waiting

  @inlinable init(element: Element? = nil) { self.element = element }

  @inlinable mutating func send(_ rules: inout ChannelRules<Element>) {
    guard let element else { return }
    switch rules.arrive(sending: element) {
    case .taken(let wakeup): (outcome, waiter) = (.done, wakeup.first.map { .passRetained($0) })
    case .closed: outcome = .closed
    case .wouldWait: break
    }
  }

  @inlinable mutating func receive(_ rules: inout ChannelRules<Element>) {
    switch rules.arriveReceiving() {
    case .element(let received, let wakeup):
      (element, outcome, waiter) = (received, .done, wakeup.first.map { .passRetained($0) })
    case .closed: outcome = .closed
    case .wouldWait: break
    }
  }
}
