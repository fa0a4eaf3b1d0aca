public import Probe

/// Any number of components of one type, as `for` and `if` without `else` make them.
///
/// You do not name this type: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public struct SelectList<Case: SelectCase>: SelectCase {
  @usableFromInline let components: [Case]

  @inlinable init(_ components: [Case]) { self.components = components }

  /// The cases of all components without their bodies.
  @inlinable public var cases: ListedCases<Case.Cases> { ListedCases(components.map(\.cases)) }

  /// Runs the body of a case of one of the components.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: [Case.Cases.State]
  ) async throws(Case.Failure) -> Case.Value {
    let (component, number) = cases.find(number)
    return try await components[component].run(number, after: state[component])
  }
}

/// The cases of any number of components of one type.
public struct ListedCases<Cases: SelectCases>: SelectCases {
  @usableFromInline let components: [Cases]

  @inlinable init(_ components: [Cases]) { self.components = components }

  /// How many cases all components have.
  @inlinable public var count: Int {
    var count = 0
    for component in components { count += component.count }
    return count
  }

  /// The initial states of all components.
  @inlinable public var initialState: [Cases.State] { components.map(\.initialState) }

  /// What case `number` waits for.
  @inlinable public func event(_ number: Int) -> SelectEvent {
    let (component, number) = find(number)
    return components[component].event(number)
  }

  /// The channel of case `number`, as reports name it.
  @inlinable public func resource(_ number: Int) -> Resource? {
    let (component, number) = find(number)
    return components[component].resource(number)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let (component, number) = find(number)
    components[component].withLock(number, body)
  }

  /// Whether case `number` can send or receive.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    let (component, number) = find(number)
    return components[component].isReady(number, rules)
  }

  /// Sends or receives for case `number`, if that is possible.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout [Cases.State]
  ) -> CaseResult {
    let (component, number) = find(number)
    return components[component].attempt(number, rules, &state[component])
  }

  /// Enqueues case `number`.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout [Cases.State],
    as ticket: SelectTicket
  ) {
    let (component, number) = find(number)
    components[component].enqueue(number, rules, &state[component], as: ticket)
  }

  /// Removes case `number` from its queue.
  @inlinable public func dequeue(_ number: Int, _ state: inout [Cases.State]) -> CaseResult {
    let (component, number) = find(number)
    return components[component].dequeue(number, &state[component])
  }

  /// Wakes the partner of case `number`.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {
    let (component, number) = find(number)
    components[component].wakePartner(number, after: result)
  }

  /// Describes the element that case `number` has sent or received.
  @inlinable public func element(_ number: Int, _ state: [Cases.State]) -> String? {
    let (component, number) = find(number)
    return components[component].element(number, state[component])
  }

  /// The index of the component that has case `number`, and the number of the case there.
  @inlinable func find(_ number: Int) -> (component: Int, number: Int) {
    var number = number
    for component in components.indices {
      let count = components[component].count
      if number < count { return (component, number) }
      number -= count
    }
    preconditionFailure("a select has no case \(number)")
  }
}
