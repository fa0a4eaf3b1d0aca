public import Probe

/// The cases of two components of a select; each call goes to the component that has the case.
public struct PairedCases<First: SelectCases, Second: SelectCases>: SelectCases {
  /// The states of both components.
  public struct State {
    @usableFromInline var first: First.State
    @usableFromInline var second: Second.State

    @inlinable init(_ first: First.State, _ second: Second.State) {
      self.first = first
      self.second = second
    }
  }

  @usableFromInline let first: First
  @usableFromInline let second: Second

  @inlinable init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  /// How many cases both components have.
  @inlinable public var count: Int { first.count + second.count }

  /// The initial states of both components.
  @inlinable public var initialState: State { State(first.initialState, second.initialState) }

  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    let count = first.count
    return number < count ? first.event(number) : second.event(number - count)
  }

  /// The channel of case `number`, as reports name it.
  @inlinable public func resource(_ number: Int) -> Resource? {
    let count = first.count
    return number < count ? first.resource(number) : second.resource(number - count)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let count = first.count
    if number < count {
      first.withLock(number, body)
    } else {
      second.withLock(number - count, body)
    }
  }

  /// Whether case `number` can send or receive.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    let count = first.count
    return number < count ? first.isReady(number, rules) : second.isReady(number - count, rules)
  }

  /// Sends or receives for case `number`, if that is possible.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> CaseResult {
    let count = first.count
    return number < count
      ? first.attempt(number, rules, &state.first)
      : second.attempt(number - count, rules, &state.second)
  }

  /// Enqueues case `number`.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let count = first.count
    if number < count {
      first.enqueue(number, rules, &state.first, as: ticket)
    } else {
      second.enqueue(number - count, rules, &state.second, as: ticket)
    }
  }

  /// Removes case `number` from its queue.
  @inlinable public func dequeue(_ number: Int, _ state: inout State) -> CaseResult {
    let count = first.count
    return number < count
      ? first.dequeue(number, &state.first) : second.dequeue(number - count, &state.second)
  }

  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {
    let count = first.count
    if number < count {
      first.wakePartner(number, after: result)
    } else {
      second.wakePartner(number - count, after: result)
    }
  }

  /// Describes the element that case `number` has sent or received.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    let count = first.count
    return number < count
      ? first.element(number, state.first) : second.element(number - count, state.second)
  }
}
