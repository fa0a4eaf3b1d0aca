/// Collects the cases of a `select`; also supports `if`, `if`-`else`, `switch` and `for`.
///
/// All cases have one `Value`. A select throws if one of its cases does: cases that do not throw
/// can be mixed with cases that do.
@resultBuilder public enum SelectBuilder<Value> {
  // The compiler type-checks one statement after another and never goes back, so `Failure` must not
  // be a parameter of the builder: the first case would fix it for all.

  /// Accepts a case.
  @inlinable public static func buildExpression<Case: __SelectComponent<Value>>(
    _ component: consuming Case
  ) -> Case {
    component
  }

  /// Starts with the first component.
  @inlinable public static func buildPartialBlock<First: __SelectComponent<Value>>(
    first: consuming First
  ) -> First {
    first
  }

  /// Adds a component after the others.
  @inlinable public static func buildPartialBlock<First, Next>(
    accumulated: consuming First, next: consuming Next
  ) -> __SelectPair<First, Next, First.Failure>
  where First.Value == Value, First.Failure == Next.Failure {
    __SelectPair(accumulated, next)
  }

  /// Adds a component after the others, when only some of them throw.
  @_disfavoredOverload
  @inlinable public static func buildPartialBlock<First, Next>(
    accumulated: consuming First, next: consuming Next
  ) -> __SelectPair<First, Next, any Error> where First.Value == Value {
    __SelectPair(accumulated, next)
  }

  /// Makes a select without any case, which waits forever, where a value of some type is expected.
  @_disfavoredOverload
  @inlinable public static func buildBlock() -> __SelectList<Default<Value, Never>> {
    __SelectList([])
  }

  /// Accepts the cases of an `if` without `else`.
  @inlinable public static func buildOptional<Case: __SelectComponent<Value>>(
    _ component: consuming Case?
  ) -> __SelectList<Case> {
    __SelectList(component.map { [$0] } ?? [])
  }

  /// The cases of two branches; one of the two lists is empty.
  public typealias __Either<
    First: __SelectComponent<Value>, Second: __SelectComponent<Value>, Failure: Error
  > = __SelectPair<__SelectList<First>, __SelectList<Second>, Failure>

  /// Accepts the cases of a first branch that does not throw; the second branch may.
  @inlinable public static func buildEither<First, Second, Failure>(
    first component: First
  ) -> __Either<First, Second, Failure> where First.Failure == Never {
    __SelectPair(__SelectList([component]), __SelectList([]))
  }

  /// Accepts the cases of a first branch that throws.
  @_disfavoredOverload
  @inlinable public static func buildEither<First, Second>(
    first component: First
  ) -> __Either<First, Second, First.Failure> {
    __SelectPair(__SelectList([component]), __SelectList([]))
  }

  /// Accepts the cases of the second branch.
  @inlinable public static func buildEither<First, Second>(
    second component: Second
  ) -> __Either<First, Second, Second.Failure> {
    __SelectPair(__SelectList([]), __SelectList([component]))
  }

  /// Accepts the cases of a second branch that does not throw, when the first one does.
  @_disfavoredOverload
  @inlinable public static func buildEither<First, Second, Failure>(
    second component: Second
  ) -> __Either<First, Second, Failure> where Second.Failure == Never {
    __SelectPair(__SelectList([]), __SelectList([component]))
  }

  /// Accepts the cases of all iterations of a `for` loop.
  @inlinable public static func buildArray<Case: __SelectComponent<Value>>(
    _ components: consuming [Case]
  ) -> __SelectList<Case> {
    __SelectList(components)
  }

  /// Explains what a select may contain.
  @available(
    *, unavailable, message: "a select contains only cases; move this into the body of a case"
  )
  @inlinable public static func buildExpression(_ other: Void) -> __SelectList<
    Default<Value, Never>
  > {
    __SelectList([])
  }
}

extension SelectBuilder where Value == Void {
  // Without a case and without an expected type, nothing else determines `Value`. It is not
  // `Never`, because code after the select would then cause the warning "will never be executed".

  /// Makes a select without any case, which waits forever.
  @inlinable public static func buildBlock() -> __SelectList<Default<Void, Never>> {
    __SelectList([])
  }
}
