/// Two components of a select, one after the other.
public struct __SelectPair<
  First: __SelectComponent, Second: __SelectComponent, Failure: Error
>: __SelectComponent where First.Value == Second.Value {
  /// The states of both components.
  public typealias State = __StatePair<First.State, Second.State>

  @usableFromInline let first: First
  @usableFromInline let second: Second

  @inlinable init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  /// How many cases both components have.
  @inlinable public var _count: Int { first._count + second._count }

  /// The initial states of both components.
  @inlinable public var _initialState: State {
    State(first._initialState, second._initialState)
  }

  /// What the passes of a select know about case `number`.
  @inlinable public func _record(_ number: Int) -> __CaseRecord {
    let count = first._count
    return number < count ? first._record(number) : second._record(number - count)
  }

  /// Runs `body` with the channel of case `number` locked.
  @inlinable public func _withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let count = first._count
    return number < count
      ? first._withLock(number, body) : second._withLock(number - count, body)
  }

  /// Does one step with case `number`.
  @inlinable public func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout State, _ rules: UnsafeMutableRawPointer?
  ) -> Bool {
    let count = first._count
    return number < count
      ? first._perform(step, number, &state.first, rules)
      : second._perform(step, number - count, &state.second, rules)
  }

  /// Runs the body of case `number`.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: State
  ) async throws(Failure) -> First.Value {
    let count = first._count
    do {
      return number < count
        ? try await first._run(number, after: state.first)
        : try await second._run(number - count, after: state.second)
    } catch {
      // The type for the errors of all cases includes that of each case.
      if let failure = error as? Failure { throw failure }
      preconditionFailure("a case threw \(error), which its select cannot throw")
    }
  }
}

/// The states of two components; a tuple would be copied through its metadata at run time.
public struct __StatePair<First, Second> {
  @usableFromInline var first: First
  @usableFromInline var second: Second

  @inlinable init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }
}
