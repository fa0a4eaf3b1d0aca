public import Probe

/// The part of a select that an `if` with `else` or a `switch` has chosen.
///
/// You do not name this type: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public struct SelectBranch<Value, Failure: Error>: SelectPart {
  @usableFromInline let box: SelectBox<Value, Failure>

  @inlinable init<Part: SelectPart>(_ part: Part) where Part.Value == Value {
    box = SelectPartBox(part)
  }

  /// What the cases of the part wait for.
  @inlinable public var arms: SelectBranchArms { SelectBranchArms(box) }

  /// Runs the body of a case of the part.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await box.run(number)
  }
}

/// The arms of a branch, behind a reference because the branches have different types.
///
/// Calls through the reference are slower than those of `SelectArmsPair`: they look up types.
public struct SelectBranchArms: SelectArms {
  @usableFromInline let box: SelectArmsBox

  @inlinable init(_ box: SelectArmsBox) { self.box = box }

  /// The cases of the branch.
  @inlinable public var count: Int { box.count }
  /// The state is behind the reference, too.
  @inlinable public var initialState: Void { () }
  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent { box.event(number) }
  /// What reports call the channel of case `number`.
  @inlinable public func resource(_ number: Int) -> Resource? { box.resource(number) }
  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    box.withLock(number, body)
  }
  /// Whether case `number` can take its turn.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    box.isReady(number, rules)
  }
  /// Lets case `number` send or receive.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void
  ) -> SelectTurn {
    box.takeTurn(number, rules)
  }
  /// Makes case `number` stand in line.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void, as ticket: SelectTicket
  ) {
    box.standInLine(number, rules, as: ticket)
  }
  /// Takes case `number` out of its line.
  @inlinable public func leaveLine(_ number: Int, _ state: inout Void) -> SelectTurn {
    box.leaveLine(number)
  }
  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {
    box.wakePartner(number, of: turn)
  }
  /// What case `number` has sent or received, in words.
  @inlinable public func element(_ number: Int, _ state: Void) -> String? { box.element(number) }
}
