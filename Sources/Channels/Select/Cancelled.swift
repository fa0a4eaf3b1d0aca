/// A case of `select` that is ready when the current task is cancelled.
///
///     Cancelled { print("the harbor closes") }
///
/// Go: `case <-ctx.Done()`.
public struct Cancelled<Value, Failure: Error>: __SelectComponent {
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that is ready when the current task is cancelled.
  ///
  /// - Parameter body: Runs when this case is chosen, in the cancelled task.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    self.body = body
  }

  /// The event: the current task is cancelled.
  @inlinable public func _record(_ number: Int) -> __CaseRecord { __CaseRecord(.cancellation) }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value { try await body() }
}
