/// Collects the cases of a `select`; also understands `if`, `if`-`else`, `switch` and `for`.
///
/// All cases have one `Value`. A select throws if one of its cases does: cases that do not throw
/// fit beside others that do.
@resultBuilder public enum SelectBuilder<Value> {
  // The compiler solves one statement after another and never goes back, so `Failure` must not be
  // a parameter of the builder: the first case would fix it for all.

  /// Takes a case that receives.
  @inlinable public static func buildExpression<Element, Failure: Error>(
    _ part: consuming Receive<Element, Value, Failure>
  ) -> Receive<Element, Value, Failure> {
    part
  }

  /// Takes a case that sends.
  @inlinable public static func buildExpression<Element, Failure: Error>(
    _ part: consuming Send<Element, Value, Failure>
  ) -> Send<Element, Value, Failure> {
    part
  }

  /// Takes a case that waits for a time.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: consuming After<Value, Failure>
  ) -> After<Value, Failure> {
    part
  }

  /// Takes a case that waits for cancellation.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: consuming Cancelled<Value, Failure>
  ) -> Cancelled<Value, Failure> {
    part
  }

  /// Takes a case that is taken when no other is ready.
  @inlinable public static func buildExpression<Failure: Error>(
    _ part: consuming Default<Value, Failure>
  ) -> Default<Value, Failure> {
    part
  }

  /// Begins with the first part.
  @inlinable public static func buildPartialBlock<First: SelectPart>(
    first: consuming First
  ) -> First
  where First.Value == Value {
    first
  }

  /// Puts a part behind those before it.
  @inlinable public static func buildPartialBlock<First: SelectPart, Next: SelectPart>(
    accumulated: consuming First, next: consuming Next
  ) -> SelectPair<First, Next, First.Failure>
  where First.Value == Value, Next.Value == Value, First.Failure == Next.Failure {
    SelectPair(accumulated, next)
  }

  /// Puts a part behind those before it, when only some of them throw.
  @_disfavoredOverload
  @inlinable public static func buildPartialBlock<First: SelectPart, Next: SelectPart>(
    accumulated: consuming First, next: consuming Next
  ) -> SelectPair<First, Next, any Error>
  where First.Value == Value, Next.Value == Value {
    SelectPair(accumulated, next)
  }

  /// Makes a select without any case, which waits forever, where a value of some type is expected.
  @_disfavoredOverload
  @inlinable public static func buildBlock() -> SelectParts<Default<Value, Never>> {
    SelectParts([])
  }

  /// Takes the cases of an `if` without `else`.
  @inlinable public static func buildOptional<Part: SelectPart>(
    _ part: consuming Part?
  ) -> SelectParts<Part> where Part.Value == Value {
    SelectParts(part.map { [$0] } ?? [])
  }

  /// Takes the cases of a first branch that does not throw, while the second one may.
  @inlinable public static func buildEither<Part: SelectPart, Failure: Error>(
    first part: Part
  ) -> SelectBranch<Value, Failure> where Part.Value == Value, Part.Failure == Never {
    SelectBranch(part)
  }

  /// Takes the cases of a first branch that throws.
  @_disfavoredOverload
  @inlinable public static func buildEither<Part: SelectPart>(
    first part: Part
  ) -> SelectBranch<Value, Part.Failure> where Part.Value == Value {
    SelectBranch(part)
  }

  /// Takes the cases of the second branch.
  @inlinable public static func buildEither<Part: SelectPart>(
    second part: Part
  ) -> SelectBranch<Value, Part.Failure> where Part.Value == Value {
    SelectBranch(part)
  }

  /// Takes the cases of a second branch that does not throw, while the first one does.
  @_disfavoredOverload
  @inlinable public static func buildEither<Part: SelectPart, Failure: Error>(
    second part: Part
  ) -> SelectBranch<Value, Failure> where Part.Value == Value, Part.Failure == Never {
    SelectBranch(part)
  }

  /// Takes the cases of each turn of a `for` loop.
  @inlinable public static func buildArray<Part: SelectPart>(
    _ parts: consuming [Part]
  ) -> SelectParts<Part> where Part.Value == Value {
    SelectParts(parts)
  }

  /// Explains what may stand in a select.
  @available(*, unavailable, message: "only cases stand in a select; move this into a body")
  @inlinable public static func buildExpression(_ other: Void) -> SelectParts<Default<Value, Never>>
  {
    SelectParts([])
  }
}

extension SelectBuilder where Value == Void {
  // Without a case and without an expected type, nothing else says what `Value` is. Not `Never`:
  // whatever follows the select would get a warning that it is never executed.

  /// Makes a select without any case, which waits forever.
  @inlinable public static func buildBlock() -> SelectParts<Default<Void, Never>> {
    SelectParts([])
  }
}
