/// The case of `select` that is taken when no other is ready, so that the select never waits.
///
///     Default { print("nothing to unload") }
///
/// Go: `default`.
public struct Default<Value, Failure: Error> {
  @usableFromInline let cases: SelectCases<Value, Failure>

  /// Makes the case that is taken when no other is ready.
  ///
  /// - Parameter body: Runs when this case is chosen.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    cases = SelectCases([SelectCase(.nothingElse, running: body)])
  }
}
