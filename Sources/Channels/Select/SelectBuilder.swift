/// Collects the cases of a `select`; also understands `if`, `if`-`else`, `switch` and `for`.
///
/// All cases have one `Value`. A select throws if one of its cases does: cases that do not throw
/// fit beside others that do.
@resultBuilder public enum SelectBuilder<Value> {
  // The compiler solves one statement after another and never goes back, so `Failure` must not be
  // a parameter of the builder: the first case would fix it for all.

  /// Takes a case that receives.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: Receive<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part.cases
  }

  /// Takes a case that sends.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: Send<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part.cases
  }

  /// Takes a case that waits for a time.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: After<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part.cases
  }

  /// Takes a case that waits for cancellation.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: Cancelled<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part.cases
  }

  /// Takes a case that is taken when no other is ready.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: Default<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part.cases
  }

  /// Begins with the first part.
  @inlinable public static func buildPartialBlock<Failure: Error>(
    first: SelectCases<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    first
  }

  /// Puts a part behind those before it.
  @inlinable public static func buildPartialBlock<Failure: Error>(
    accumulated: SelectCases<Value, Failure>, next: SelectCases<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    SelectCases(accumulated.list + next.list)
  }

  /// Puts a part behind those before it, when only some of them throw.
  @_disfavoredOverload
  @inlinable public static func buildPartialBlock<First: Error, Second: Error>(
    accumulated: SelectCases<Value, First>, next: SelectCases<Value, Second>
  ) -> SelectCases<Value, any Error> {
    SelectCases(accumulated.throwing().list + next.throwing().list)
  }

  /// A select without any case waits for ever.
  @inlinable public static func buildBlock() -> SelectCases<Value, Never> { SelectCases([]) }

  /// Takes the cases of an `if` without `else`.
  @inlinable public static func buildOptional<Failure: Error>(
    _ part: SelectCases<Value, Failure>?
  ) -> SelectCases<Value, Failure> {
    part ?? SelectCases([])
  }

  /// Takes the cases of a first branch that does not throw, while the second one may.
  @inlinable public static func buildEither<Failure: Error>(
    first part: SelectCases<Value, Never>
  ) -> SelectCases<Value, Failure> {
    part.throwing()
  }

  /// Takes the cases of a first branch that throws.
  @_disfavoredOverload
  @inlinable public static func buildEither<Failure: Error>(
    first part: SelectCases<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part
  }

  /// Takes the cases of the second branch.
  @inlinable public static func buildEither<Failure: Error>(
    second part: SelectCases<Value, Failure>
  ) -> SelectCases<Value, Failure> {
    part
  }

  /// Takes the cases of a second branch that does not throw, while the first one does.
  @_disfavoredOverload
  @inlinable public static func buildEither<Failure: Error>(
    second part: SelectCases<Value, Never>
  ) -> SelectCases<Value, Failure> {
    part.throwing()
  }

  /// Takes the cases of each turn of a `for` loop.
  @inlinable public static func buildArray<Failure: Error>(
    _ parts: [SelectCases<Value, Failure>]
  ) -> SelectCases<Value, Failure> {
    SelectCases(parts.flatMap(\.list))
  }

  /// Explains what may stand in a select.
  @available(*, unavailable, message: "only cases stand in a select; move this into a body")
  @inlinable public static func buildExpression(_ other: Void) -> SelectCases<Value, Never> {
    SelectCases([])
  }
}
