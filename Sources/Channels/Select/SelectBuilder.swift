/// Collects the cases of a `select`; also supports `if`, `if`-`else`, `switch` and `for`.
///
/// All cases have one `Value`. A select throws if one of its cases does: cases that do not throw
/// can be mixed with cases that do.
@resultBuilder public enum SelectBuilder<Value> {
  // The compiler solves one statement after another and never goes back, so `Failure` must not be
  // a parameter of the builder: the first case would fix it for all.

  /// Accepts a case that receives.
  @inlinable public static func buildExpression<Element, Failure: Error>(
    _ component: consuming Receive<Element, Value, Failure>
  ) -> Receive<Element, Value, Failure> {
    component
  }

  /// Accepts a case that sends.
  @inlinable public static func buildExpression<Element, Failure: Error>(
    _ component: consuming Send<Element, Value, Failure>
  ) -> Send<Element, Value, Failure> {
    component
  }

  /// Accepts a case that waits for a duration.
  @inlinable public static func buildExpression<Failure: Error>(
    _ component: consuming After<Value, Failure>
  ) -> After<Value, Failure> {
    component
  }

  /// Accepts a case that waits for cancellation.
  @inlinable public static func buildExpression<Failure: Error>(
    _ component: consuming Cancelled<Value, Failure>
  ) -> Cancelled<Value, Failure> {
    component
  }

  /// Accepts the case that is chosen when no other is ready.
  @inlinable public static func buildExpression<Failure: Error>(
    _ component: consuming Default<Value, Failure>
  ) -> Default<Value, Failure> {
    component
  }

  /// Starts with the first component.
  @inlinable public static func buildPartialBlock<First: SelectCase>(
    first: consuming First
  ) -> First
  where First.Value == Value {
    first
  }

  /// Adds a component after the others.
  @inlinable public static func buildPartialBlock<First: SelectCase, Next: SelectCase>(
    accumulated: consuming First, next: consuming Next
  ) -> SelectPair<First, Next, First.Failure>
  where First.Value == Value, Next.Value == Value, First.Failure == Next.Failure {
    SelectPair(accumulated, next)
  }

  /// Adds a component after the others, when only some of them throw.
  @_disfavoredOverload
  @inlinable public static func buildPartialBlock<First: SelectCase, Next: SelectCase>(
    accumulated: consuming First, next: consuming Next
  ) -> SelectPair<First, Next, any Error>
  where First.Value == Value, Next.Value == Value {
    SelectPair(accumulated, next)
  }

  /// Makes a select without any case, which waits forever, where a value of some type is expected.
  @_disfavoredOverload
  @inlinable public static func buildBlock() -> SelectList<Default<Value, Never>> {
    SelectList([])
  }

  /// Accepts the cases of an `if` without `else`.
  @inlinable public static func buildOptional<Case: SelectCase>(
    _ component: consuming Case?
  ) -> SelectList<Case> where Case.Value == Value {
    SelectList(component.map { [$0] } ?? [])
  }

  /// Accepts the cases of a first branch that does not throw; the second branch may.
  @inlinable public static func buildEither<Case: SelectCase, Failure: Error>(
    first component: Case
  ) -> AnySelectCase<Value, Failure> where Case.Value == Value, Case.Failure == Never {
    AnySelectCase(component)
  }

  /// Accepts the cases of a first branch that throws.
  @_disfavoredOverload
  @inlinable public static func buildEither<Case: SelectCase>(
    first component: Case
  ) -> AnySelectCase<Value, Case.Failure> where Case.Value == Value {
    AnySelectCase(component)
  }

  /// Accepts the cases of the second branch.
  @inlinable public static func buildEither<Case: SelectCase>(
    second component: Case
  ) -> AnySelectCase<Value, Case.Failure> where Case.Value == Value {
    AnySelectCase(component)
  }

  /// Accepts the cases of a second branch that does not throw, when the first one does.
  @_disfavoredOverload
  @inlinable public static func buildEither<Case: SelectCase, Failure: Error>(
    second component: Case
  ) -> AnySelectCase<Value, Failure> where Case.Value == Value, Case.Failure == Never {
    AnySelectCase(component)
  }

  /// Accepts the cases of all iterations of a `for` loop.
  @inlinable public static func buildArray<Case: SelectCase>(
    _ components: consuming [Case]
  ) -> SelectList<Case> where Case.Value == Value {
    SelectList(components)
  }

  /// Explains what a select may contain.
  @available(
    *, unavailable, message: "a select contains only cases; move this into the body of a case"
  )
  @inlinable public static func buildExpression(_ other: Void) -> SelectList<Default<Value, Never>>
  {
    SelectList([])
  }
}

extension SelectBuilder where Value == Void {
  // Without a case and without an expected type, nothing else determines `Value`. It is not `Never`,
  // because code after the select would then cause the warning "will never be executed".

  /// Makes a select without any case, which waits forever.
  @inlinable public static func buildBlock() -> SelectList<Default<Void, Never>> {
    SelectList([])
  }
}
