public import Probe

/// A case that sends to a channel of `Element`, without its body.
public struct SendCase<Element: Sendable>: SelectCases {
  /// `nil` is never ready.
  @usableFromInline let storage: Unmanaged<ChannelStorage<Element>>?
  @usableFromInline let element: Element

  @inlinable init(_ element: Element, _ storage: ChannelStorage<Element>?) {
    self.element = element
    self.storage = storage.map { .passUnretained($0) }
  }

  /// What changes while the select runs.
  public struct State {
    /// The waiter in the channel's queue, while the select waits.
    @usableFromInline var waiter: Waiter<Element>?

    @inlinable init() {}
  }

  /// One case.
  @inlinable public var count: Int { 1 }

  /// Nothing has been sent yet.
  @inlinable public var initialState: State { State() }

  /// The channel, if it is not `nil`.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    storage.map { .channel(.send, address: UInt(bitPattern: $0.toOpaque())) } ?? .never
  }

  /// The channel, as reports name it.
  @inlinable public func resource(_ number: Int) -> Resource? {
    storage?._withUnsafeGuaranteedRef { $0.resource }
  }

  /// Runs `body` with the channel locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    storage?._withUnsafeGuaranteedRef { $0.withLockedRules(body) }
  }

  /// Whether a receiver waits, the buffer has room, or the channel is closed.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    ChannelStorage<Element>.rules(at: rules).pointee.isReadyToSend()
  }

  /// Sends, if that is possible.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> CaseResult {
    switch ChannelStorage<Element>.rules(at: rules).pointee.arrive(sending: element) {
    case .taken(let wakeup): CaseResult(.done, releasing: wakeup.first)
    case .closed: CaseResult(.closed)
    case .wouldWait: CaseResult(.waiting)
    }
  }

  /// Enqueues a waiter for the select of `ticket`.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let waiter = Waiter(
      .sending, element: element, of: ticket.claim, caseNumber: ticket.number)
    state.waiter = waiter
    ChannelStorage<Element>.rules(at: rules).pointee.enqueue(waiter)
  }

  /// Leaves the queue.
  @inlinable public func dequeue(_ number: Int, _ state: inout State) -> CaseResult {
    guard let storage, let waiter = state.waiter.take() else { return CaseResult(.waiting) }
    return CaseResult(storage._withUnsafeGuaranteedRef { $0.leaveAwake(waiter) })
  }

  /// Wakes the receiver that got the element.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {
    ChannelStorage<Element>.wakePartner(after: result)
  }

  /// Describes the element that was sent.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    String(describing: element)
  }
}
