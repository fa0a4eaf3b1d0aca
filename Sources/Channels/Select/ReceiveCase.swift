public import Probe

/// The arm of a case that receives from a channel of `Element`.
public struct ReceiveArm<Element: Sendable>: SelectArms {
  /// How the case stands.
  public struct State {
    /// What was received.
    @usableFromInline var element: Element?
    /// The place in the channel's queue, while the select waits.
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

  /// Nothing was received yet.
  @inlinable public var initialState: State { State() }

  /// The channel, if it is not `nil`.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    storage.map { .channel(.receive, address: UInt(bitPattern: $0.toOpaque())) } ?? .never
  }

  /// What reports call the channel.
  @inlinable public func resource(_ number: Int) -> Resource? {
    storage?._withUnsafeGuaranteedRef { $0.resource }
  }

  /// Runs `body` with the channel locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    storage?._withUnsafeGuaranteedRef { $0.withLockedRules(body) }
  }

  /// Whether an element is there, or the channel is closed.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    ChannelStorage<Element>.rules(at: rules).pointee.isReadyToReceive()
  }

  /// Receives, if that is possible.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> SelectTurn {
    switch ChannelStorage<Element>.rules(at: rules).pointee.arriveReceiving() {
    case .element(let element, let wakeup):
      state.element = element
      return SelectTurn(.done, releasing: wakeup.first)
    case .closed: return SelectTurn(.closed)
    case .wouldWait: return SelectTurn(.waiting)
    }
  }

  /// Stands in line with `ticket`.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let waiter = Waiter<Element>(.receiving, of: ticket.choice, caseNumber: ticket.number)
    state.waiter = waiter
    ChannelStorage<Element>.rules(at: rules).pointee.enqueue(waiter)
  }

  /// Stands in line no more, and takes over what the partner has left.
  @inlinable public func leaveLine(_ number: Int, _ state: inout State) -> SelectTurn {
    guard let storage, let waiter = state.waiter.take() else { return SelectTurn(.waiting) }
    let outcome = storage._withUnsafeGuaranteedRef { $0.leaveAwake(waiter) }
    state.element = waiter.element
    return SelectTurn(outcome)
  }

  /// Wakes the sender that this arm's turn has released.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {
    ChannelStorage<Element>.wakePartner(of: turn)
  }

  /// What was received, in words.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    state.element.map { String(describing: $0) }
  }
}
