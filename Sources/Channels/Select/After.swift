/// A case of `select` that is ready once the select has waited for a duration.
///
///     After(.seconds(2)) { print("nobody came") }
///
/// The time begins anew with each select. A duration of zero or less lets everything go first
/// that is ready. Go: `case <-time.After(duration)`.
public struct After<Value, Failure: Error>: SelectPart {
  /// What this case waits for.
  public let arms: PlainArm
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that is ready once the select has waited for `duration`.
  ///
  /// - Parameters:
  ///   - duration: How long the other cases may take.
  ///   - body: Runs when this case is chosen.
  @inlinable public init(
    _ duration: Duration, @_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value
  ) {
    arms = PlainArm(.time(duration))
    self.body = body
  }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await body()
  }
}
