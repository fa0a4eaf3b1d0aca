public import Probe

/// The arms of two parts of a select: each question goes to the part that has the case.
public struct SelectArmsPair<First: SelectArms, Second: SelectArms>: SelectArms {
  /// What changes in both parts.
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

  /// The cases of both parts.
  @inlinable public var count: Int { first.count + second.count }

  /// The state of both parts.
  @inlinable public var initialState: State { State(first.initialState, second.initialState) }

  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    let count = first.count
    return number < count ? first.event(number) : second.event(number - count)
  }

  /// What reports call the channel of case `number`.
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

  /// Whether case `number` can take its turn.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    let count = first.count
    return number < count ? first.isReady(number, rules) : second.isReady(number - count, rules)
  }

  /// Lets case `number` send or receive.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> SelectTurn {
    let count = first.count
    return number < count
      ? first.takeTurn(number, rules, &state.first)
      : second.takeTurn(number - count, rules, &state.second)
  }

  /// Makes case `number` stand in line.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket
  ) {
    let count = first.count
    if number < count {
      first.standInLine(number, rules, &state.first, as: ticket)
    } else {
      second.standInLine(number - count, rules, &state.second, as: ticket)
    }
  }

  /// Takes case `number` out of its line.
  @inlinable public func leaveLine(_ number: Int, _ state: inout State) -> SelectTurn {
    let count = first.count
    return number < count
      ? first.leaveLine(number, &state.first) : second.leaveLine(number - count, &state.second)
  }

  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {
    let count = first.count
    if number < count {
      first.wakePartner(number, of: turn)
    } else {
      second.wakePartner(number - count, of: turn)
    }
  }

  /// What case `number` has sent or received, in words.
  @inlinable public func element(_ number: Int, _ state: State) -> String? {
    let count = first.count
    return number < count
      ? first.element(number, state.first) : second.element(number - count, state.second)
  }
}
