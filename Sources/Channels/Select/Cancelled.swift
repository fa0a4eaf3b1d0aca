/// A case of `select` that is ready when the current task is cancelled.
///
///     Cancelled { print("the harbor closes") }
///
/// Go: `case <-ctx.Done()`.
public struct Cancelled<Value, Failure: Error> {
  @usableFromInline let cases: SelectCases<Value, Failure>

  /// Makes a case that is ready when the current task is cancelled.
  ///
  /// - Parameter body: Runs when this case is chosen; its task is cancelled then.
  @inlinable public init(@_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value)
  {
    cases = SelectCases([SelectCase(.cancellation, running: body)])
  }
}
