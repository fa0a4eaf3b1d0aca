/// A case of `select` that is ready once the select has waited for a duration.
///
///     After(.seconds(2)) { print("no ship came") }
///
/// Each select measures the time from its own start. With a duration of zero or less, every other
/// case that is ready comes first. Go: `case <-time.After(duration)`.
public struct After<Value, Failure: Error>: __SelectComponent {
  @usableFromInline let duration: Duration
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that is ready once the select has waited for `duration`.
  ///
  /// - Parameters:
  ///   - duration: How long the select waits for the other cases.
  ///   - body: Runs when this case is chosen.
  @inlinable public init(
    _ duration: Duration, @_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value
  ) {
    self.duration = duration
    self.body = body
  }

  /// The event: the duration has passed.
  @inlinable public func _record(_ number: Int) -> __CaseRecord { __CaseRecord(.after(duration)) }

  /// Runs the body.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: Void
  ) async throws(Failure) -> Value { try await body() }
}
