/// A case of `select` that is ready once the select has waited for a duration.
///
///     After(.seconds(2)) { print("no ship came") }
///
/// Each select starts the time from zero. With a duration of zero or less, every other case that is
/// ready comes first. Go: `case <-time.After(duration)`.
public struct After<Value, Failure: Error>: SelectCase {
  /// The case without its body.
  public let cases: PlainCase
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that is ready once the select has waited for `duration`.
  ///
  /// - Parameters:
  ///   - duration: How long the select waits for the other cases.
  ///   - body: Runs when this case is chosen.
  @inlinable public init(
    _ duration: Duration, @_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value
  ) {
    cases = PlainCase(.time(duration))
    self.body = body
  }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value {
    try await body()
  }
}
