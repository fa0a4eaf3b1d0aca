/// The case of `select` that is taken when no other is ready, so that the select never waits.
///
///     Default { print("nothing to unload") }
///
/// Go: `default`.
public struct Default<Value, Failure: Error>: __SelectComponent {
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes the case that is taken when no other is ready.
  ///
  /// - Parameter body: Runs when this case is chosen.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    self.body = body
  }

  /// The event: no other case is ready.
  @inlinable public func _record(_ number: Int) -> __CaseRecord { __CaseRecord(.nothingElse) }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value { try await body() }
}
