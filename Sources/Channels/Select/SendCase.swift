public import Probe

/// The arm of a case that sends to a channel of `Element`.
public struct SendArm<Element: Sendable>: SelectArms {
  /// `nil` is never ready.
  @usableFromInline let storage: Unmanaged<ChannelStorage<Element>>?
  @usableFromInline let element: Element

  @inlinable init(_ element: Element, _ storage: ChannelStorage<Element>?) {
    self.element = element
    self.storage = storage.map { .passUnretained($0) }
  }

  /// How the case stands.
  public struct State {
    /// The place in the channel's queue, while the select waits.
    @usableFromInline var waiter: Waiter<Element>?

    @inlinable init() {}
  }

  /// One case.
  @inlinable public var count: Int { 1 }

  /// Nothing was sent yet.
  @inlinable public var initialState: State { State() }

  /// The channel, if it is not `nil`.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    storage.map { .channel(.send, address: UInt(bitPattern: $0.toOpaque())) } ?? .never
  }

  /// What reports call the channel.
  @inlinable public func resource(_ number: Int) -> Resource? {
    storage?._withUnsafeGuaranteedRef { $0.resource }
  }

  /// Runs `body` with the channel locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    storage?._withUnsafeGuaranteedRef { $0.withLockedRules(body) }
  }

  /// Whether a receiver or a place is there, or the channel is closed.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    ChannelStorage<Element>.rules(at: rules).pointee.isReadyToSend()
  }

  /// Sends, if that is possible.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> SelectTurn {
    switch ChannelStorage<Element>.rules(at: rules).pointee.arrive(sending: element) {
    case .taken(let wakeup): SelectTurn(.done, releasing: wakeup.first)
    case .closed: SelectTurn(.closed)
    case .wouldWait: SelectTurn(.waiting)
    }
  }

  /// Stands in line with `ticket`.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let waiter = Waiter(
      .sending, element: element, of: ticket.choice, caseNumber: ticket.number)
    state.waiter = waiter
    ChannelStorage<Element>.rules(at: rules).pointee.enqueue(waiter)
  }

  /// Stands in line no more.
  @inlinable public func leaveLine(_ number: Int, _ state: inout State) -> SelectTurn {
    guard let storage, let waiter = state.waiter.take() else { return SelectTurn(.waiting) }
    return SelectTurn(storage._withUnsafeGuaranteedRef { $0.leaveAwake(waiter) })
  }

  /// Wakes the receiver that this arm's turn has released.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {
    ChannelStorage<Element>.wakePartner(of: turn)
  }

  /// What was sent, in words.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    String(describing: element)
  }
}
