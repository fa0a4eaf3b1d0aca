public import Probe

/// The cases of a component of any type, with their state.
@usableFromInline class SelectCasesBox {
  @usableFromInline init() {}

  @usableFromInline var count: Int { 0 }
  @usableFromInline func event(_ number: Int) -> SelectEvent { .never }
  @usableFromInline func resource(_ number: Int) -> Resource? { nil }
  @usableFromInline func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {}
  @usableFromInline func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool { false }
  @usableFromInline func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> CaseResult {
    CaseResult(.waiting)
  }
  @usableFromInline func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, as ticket: SelectTicket
  ) {}
  @usableFromInline func dequeue(_ number: Int) -> CaseResult { CaseResult(.done) }
  @usableFromInline func wakePartner(_ number: Int, after result: CaseResult) {}
  @usableFromInline func element(_ number: Int) -> String? { nil }
}

/// A component of a select, of any type.
@usableFromInline class SelectBox<Value, Failure: Error>: SelectCasesBox {
  /// Runs the body of case `number`.
  @usableFromInline nonisolated(nonsending) func run(
    _ number: Int
  ) async throws(Failure) -> Value {
    preconditionFailure("a component of a select runs its own cases")
  }
}

/// A component of a select whose other components may throw more types of errors.
@usableFromInline
final class SelectCaseBox<Case: SelectCase, Failure: Error>:
  SelectBox<Case.Value, Failure>
{
  @usableFromInline let component: Case
  @usableFromInline let cases: Case.Cases
  @usableFromInline var state: Case.Cases.State

  @inlinable init(_ component: Case) {
    self.component = component
    cases = component.cases
    state = cases.initialState
  }

  @usableFromInline override nonisolated(nonsending) func run(
    _ number: Int
  ) async throws(Failure) -> Case.Value {
    do { return try await component.run(number, after: state) } catch { throw widened(error) }
  }

  @usableFromInline override var count: Int { cases.count }
  @usableFromInline override func event(_ number: Int) -> SelectEvent { cases.event(number) }
  @usableFromInline override func resource(_ number: Int) -> Resource? { cases.resource(number) }
  @usableFromInline override func withLock(
    _ number: Int, _ body: (UnsafeMutableRawPointer) -> Void
  ) {
    cases.withLock(number, body)
  }
  @usableFromInline override func isReady(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> Bool {
    cases.isReady(number, rules)
  }
  @usableFromInline override func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer
  ) -> CaseResult {
    cases.attempt(number, rules, &state)
  }
  @usableFromInline override func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, as ticket: SelectTicket
  ) {
    cases.enqueue(number, rules, &state, as: ticket)
  }
  @usableFromInline override func dequeue(_ number: Int) -> CaseResult {
    cases.dequeue(number, &state)
  }
  @usableFromInline override func wakePartner(_ number: Int, after result: CaseResult) {
    cases.wakePartner(number, after: result)
  }
  @usableFromInline override func element(_ number: Int) -> String? { cases.element(number, state) }
}
