/// Any number of components of one type, as `for` and `if` make them.
public struct __SelectList<Component: __SelectComponent>: __SelectComponent {
  @usableFromInline let components: [Component]

  @inlinable init(_ components: [Component]) { self.components = components }

  /// How many cases all components have.
  @inlinable public var count: Int {
    var count = 0
    for component in components { count += component.count }
    return count
  }

  /// The initial states of all components.
  @inlinable public var initialState: [Component.State] { components.map(\.initialState) }

  /// What the passes of a select know of case `number`.
  @inlinable public func record(_ number: Int) -> __CaseRecord {
    let (index, number) = find(number)
    return components[index].record(number)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let (index, number) = find(number)
    components[index].withLock(number, body)
  }

  /// Does one step with case `number`.
  @inlinable public func perform(
    _ step: __CaseStep, _ number: Int, _ state: inout [Component.State],
    _ rules: UnsafeMutableRawPointer?
  ) -> Bool {
    let (index, number) = find(number)
    return components[index].perform(step, number, &state[index], rules)
  }

  /// Runs the body of case `number`.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: [Component.State]
  ) async throws(Component.Failure) -> Component.Value {
    let (index, number) = find(number)
    return try await components[index].run(number, after: state[index])
  }

  /// The index of the component that has case `number`, and the number of the case there.
  @inlinable func find(_ number: Int) -> (index: Int, number: Int) {
    var (index, number) = (0, number)
    while number >= components[index].count {
      number -= components[index].count
      index += 1
    }
    return (index, number)
  }
}
