/// A case of `select` that is ready when the current task is cancelled.
///
///     Cancelled { print("the harbor closes") }
///
/// Go: `case <-ctx.Done()`.
public struct Cancelled<Value, Failure: Error>: SelectPart {
  /// What this case waits for.
  public let arms: PlainArm
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that is ready when the current task is cancelled.
  ///
  /// - Parameter body: Runs when this case is chosen; its task is cancelled then.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    arms = PlainArm(.cancellation)
    self.body = body
  }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await body()
  }
}
