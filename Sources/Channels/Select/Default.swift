/// The case of `select` that is taken when no other is ready, so that the select never waits.
///
///     Default { print("nothing to unload") }
///
/// Go: `default`.
public struct Default<Value, Failure: Error>: SelectCase {
  /// The case without its body.
  public let cases: PlainCase
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes the case that is taken when no other is ready.
  ///
  /// - Parameter body: Runs when this case is chosen.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    cases = PlainCase(.nothingElse)
    self.body = body
  }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await body()
  }
}
