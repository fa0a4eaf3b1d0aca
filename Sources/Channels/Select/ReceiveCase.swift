public import Probe

/// A case that receives from a channel of `Element`, without its body.
public struct ReceiveCase<Element: Sendable>: SelectCases {
  /// What changes while the select runs.
  public struct State {
    /// What was received.
    @usableFromInline var element: Element?
    /// The waiter in the channel's queue, while the select waits.
    @usableFromInline var waiter: Waiter<Element>?

    @inlinable init() {}
  }

  /// `nil` is never ready.
  @usableFromInline let storage: Unmanaged<ChannelStorage<Element>>?

  @inlinable init(_ storage: ChannelStorage<Element>?) {
    self.storage = storage.map { .passUnretained($0) }
  }

  /// One case.
  @inlinable public var count: Int { 1 }

  /// Nothing has been received yet.
  @inlinable public var initialState: State { State() }

  /// The channel, if it is not `nil`.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    storage.map { .channel(.receive, address: UInt(bitPattern: $0.toOpaque())) } ?? .never
  }

  /// The channel, as reports name it.
  @inlinable public func resource(_ number: Int) -> Resource? {
    storage?._withUnsafeGuaranteedRef { $0.resource }
  }

  /// Runs `body` with the channel locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    storage?._withUnsafeGuaranteedRef { $0.withLockedRules(body) }
  }

  /// Whether there is an element, or the channel is closed.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    ChannelStorage<Element>.rules(at: rules).pointee.isReadyToReceive()
  }

  /// Receives, if that is possible.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> CaseResult {
    switch ChannelStorage<Element>.rules(at: rules).pointee.arriveReceiving() {
    case .element(let element, let wakeup):
      state.element = element
      return CaseResult(.done, releasing: wakeup.first)
    case .closed: return CaseResult(.closed)
    case .wouldWait: return CaseResult(.waiting)
    }
  }

  /// Enqueues a waiter for the select of `ticket`.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let waiter = Waiter<Element>(.receiving, of: ticket.claim, caseNumber: ticket.number)
    state.waiter = waiter
    ChannelStorage<Element>.rules(at: rules).pointee.enqueue(waiter)
  }

  /// Leaves the queue, and takes the element that a partner has delivered.
  @inlinable public func dequeue(_ number: Int, _ state: inout State) -> CaseResult {
    guard let storage, let waiter = state.waiter.take() else { return CaseResult(.waiting) }
    let outcome = storage._withUnsafeGuaranteedRef { $0.leaveAwake(waiter) }
    state.element = waiter.element
    return CaseResult(outcome)
  }

  /// Wakes the sender whose element was received, or who got its place in the buffer.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {
    ChannelStorage<Element>.wakePartner(after: result)
  }

  /// Describes the element that was received.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    state.element.map { String(describing: $0) }
  }
}
