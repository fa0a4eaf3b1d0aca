/// Any number of components of one type, as `for` and `if` make them.
public struct __SelectList<Component: __SelectComponent>: __SelectComponent {
  @usableFromInline let components: [Component]

  @inlinable init(_ components: [Component]) { self.components = components }

  /// How many cases all components have.
  @inlinable public var _count: Int {
    var count = 0
    for component in components { count += component._count }
    return count
  }

  /// The initial states of all components.
  @inlinable public var _initialState: [Component.State] { components.map(\._initialState) }

  /// What the passes of a select know about case `number`.
  @inlinable public func _record(_ number: Int) -> __CaseRecord {
    let (index, number) = find(number)
    return components[index]._record(number)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func _withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let (index, number) = find(number)
    components[index]._withLock(number, body)
  }

  /// Does one step with case `number`.
  @inlinable public func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout [Component.State],
    _ rules: UnsafeMutableRawPointer?
  ) -> Bool {
    let (index, number) = find(number)
    return components[index]._perform(step, number, &state[index], rules)
  }

  /// Runs the body of case `number`.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: [Component.State]
  ) async throws(Component.Failure) -> Component.Value {
    let (index, number) = find(number)
    return try await components[index]._run(number, after: state[index])
  }

  /// The index of the component that has case `number`, and the number of the case there.
  @inlinable func find(_ number: Int) -> (index: Int, number: Int) {
    var (index, number) = (0, number)
    while number >= components[index]._count {
      number -= components[index]._count
      index += 1
    }
    return (index, number)
  }
}
