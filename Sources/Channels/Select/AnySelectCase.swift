public import Probe

/// The component of a select that an `if` with `else` or a `switch` has chosen.
///
/// You do not name this type: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public struct AnySelectCase<Value, Failure: Error>: SelectCase {
  @usableFromInline let box: SelectBox<Value, Failure>

  @inlinable init<Case: SelectCase>(_ component: Case) where Case.Value == Value {
    box = SelectCaseBox(component)
  }

  /// The cases of the component without their bodies.
  @inlinable public var cases: AnyCases { AnyCases(box) }

  /// Runs the body of a case of the component.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await box.run(number)
  }
}

/// The cases of a component of any type, behind a reference: the branches of an `if` have different
/// types.
///
/// Calls through the reference are slower than calls of `PairedCases`: they look up types.
public struct AnyCases: SelectCases {
  @usableFromInline let box: SelectCasesBox

  @inlinable init(_ box: SelectCasesBox) { self.box = box }

  /// How many cases the component has.
  @inlinable public var count: Int { box.count }
  /// None: the state is behind the reference, too.
  @inlinable public var initialState: Void { () }
  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent { box.event(number) }
  /// The channel of case `number`, as reports name it.
  @inlinable public func resource(_ number: Int) -> Resource? { box.resource(number) }
  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    box.withLock(number, body)
  }
  /// Whether case `number` can send or receive.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    box.isReady(number, rules)
  }
  /// Sends or receives for case `number`, if that is possible.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void
  ) -> CaseResult {
    box.attempt(number, rules)
  }
  /// Enqueues case `number`.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void, as ticket: SelectTicket
  ) {
    box.enqueue(number, rules, as: ticket)
  }
  /// Removes case `number` from its queue.
  @inlinable public func dequeue(_ number: Int, _ state: inout Void) -> CaseResult {
    box.dequeue(number)
  }
  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {
    box.wakePartner(number, after: result)
  }
  /// Describes the element that case `number` has sent or received.
  @inlinable public func element(_ number: Int, _ state: Void) -> String? { box.element(number) }
}
