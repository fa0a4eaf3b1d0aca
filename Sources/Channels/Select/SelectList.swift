public import Probe

/// Any number of parts of a select that are of one type, as `for` and `if` without `else` give them.
///
/// You do not name this type: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public struct SelectParts<Part: SelectPart>: SelectPart {
  @usableFromInline let parts: [Part]

  @inlinable init(_ parts: [Part]) { self.parts = parts }

  /// What the cases of all parts wait for.
  @inlinable public var arms: SelectArmsArray<Part.Arms> { SelectArmsArray(parts.map(\.arms)) }

  /// Runs the body of a case of one of the parts.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: [Part.Arms.State]
  ) async throws(Part.Failure) -> Part.Value {
    let (part, number) = arms.find(number)
    return try await parts[part].run(number, after: state[part])
  }
}

/// The arms of any number of parts of one type.
public struct SelectArmsArray<Arms: SelectArms>: SelectArms {
  @usableFromInline let parts: [Arms]

  @inlinable init(_ parts: [Arms]) { self.parts = parts }

  /// The cases of all parts.
  @inlinable public var count: Int {
    var count = 0
    for part in parts { count += part.count }
    return count
  }

  /// The states of all parts.
  @inlinable public var initialState: [Arms.State] { parts.map(\.initialState) }

  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    let (part, number) = find(number)
    return parts[part].event(number)
  }

  /// What reports call the channel of case `number`.
  @inlinable public func resource(_ number: Int) -> Resource? {
    let (part, number) = find(number)
    return parts[part].resource(number)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let (part, number) = find(number)
    parts[part].withLock(number, body)
  }

  /// Whether case `number` can take its turn.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    let (part, number) = find(number)
    return parts[part].isReady(number, rules)
  }

  /// Lets case `number` send or receive.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout [Arms.State]
  ) -> SelectTurn {
    let (part, number) = find(number)
    return parts[part].takeTurn(number, rules, &state[part])
  }

  /// Makes case `number` stand in line.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout [Arms.State],
    as ticket: SelectTicket
  ) {
    let (part, number) = find(number)
    parts[part].standInLine(number, rules, &state[part], as: ticket)
  }

  /// Takes case `number` out of its line.
  @inlinable public func leaveLine(_ number: Int, _ state: inout [Arms.State]) -> SelectTurn {
    let (part, number) = find(number)
    return parts[part].leaveLine(number, &state[part])
  }

  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {
    let (part, number) = find(number)
    parts[part].wakePartner(number, of: turn)
  }

  /// What case `number` has sent or received, in words.
  @inlinable public func element(_ number: Int, _ state: [Arms.State]) -> String? {
    let (part, number) = find(number)
    return parts[part].element(number, state[part])
  }

  /// The part that has case `number`, and the number there.
  @inlinable func find(_ number: Int) -> (part: Int, number: Int) {
    var number = number
    for part in parts.indices {
      let count = parts[part].count
      if number < count { return (part, number) }
      number -= count
    }
    preconditionFailure("a select has no case \(number)")
  }
}
