public import Probe

/// The arms of a part of a select, whatever their types are, with their state.
@usableFromInline class SelectArmsBox {
  @usableFromInline init() {}

  @usableFromInline var count: Int { 0 }
  @usableFromInline func event(_ number: Int) -> SelectEvent { .never }
  @usableFromInline func resource(_ number: Int) -> Resource? { nil }
  @usableFromInline func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {}
  @usableFromInline func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool { false }
  @usableFromInline func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> SelectTurn {
    SelectTurn(.waiting)
  }
  @usableFromInline func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, as ticket: SelectTicket
  ) {}
  @usableFromInline func leaveLine(_ number: Int) -> SelectTurn { SelectTurn(.done) }
  @usableFromInline func wakePartner(_ number: Int, of turn: SelectTurn) {}
  @usableFromInline func element(_ number: Int) -> String? { nil }
}

/// A part of a select, whatever its type is.
@usableFromInline class SelectBox<Value, Failure: Error>: SelectArmsBox {
  /// Runs the body of case `number`.
  @usableFromInline nonisolated(nonsending) func run(
    _ number: Int
  ) async throws(Failure) -> Value {
    preconditionFailure("a part of a select runs its own cases")
  }
}

/// A part of a select that may stand beside parts that throw more.
@usableFromInline
final class SelectPartBox<Part: SelectPart, Failure: Error>:
  SelectBox<Part.Value, Failure>
{
  @usableFromInline let part: Part
  @usableFromInline let arms: Part.Arms
  @usableFromInline var state: Part.Arms.State

  @inlinable init(_ part: Part) {
    self.part = part
    arms = part.arms
    state = arms.initialState
  }

  @usableFromInline override nonisolated(nonsending) func run(
    _ number: Int
  ) async throws(Failure) -> Part.Value {
    do { return try await part.run(number, after: state) } catch { throw widened(error) }
  }

  @usableFromInline override var count: Int { arms.count }
  @usableFromInline override func event(_ number: Int) -> SelectEvent { arms.event(number) }
  @usableFromInline override func resource(_ number: Int) -> Resource? { arms.resource(number) }
  @usableFromInline override func withLock(
    _ number: Int, _ body: (UnsafeMutableRawPointer) -> Void
  ) {
    arms.withLock(number, body)
  }
  @usableFromInline override func isReady(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> Bool {
    arms.isReady(number, rules)
  }
  @usableFromInline override func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> SelectTurn {
    arms.takeTurn(number, rules, &state)
  }
  @usableFromInline override func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, as ticket: SelectTicket
  ) {
    arms.standInLine(number, rules, &state, as: ticket)
  }
  @usableFromInline override func leaveLine(_ number: Int) -> SelectTurn {
    arms.leaveLine(number, &state)
  }
  @usableFromInline override func wakePartner(_ number: Int, of turn: SelectTurn) {
    arms.wakePartner(number, of: turn)
  }
  @usableFromInline override func element(_ number: Int) -> String? { arms.element(number, state) }
}
