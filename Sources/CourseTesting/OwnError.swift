/// An error of the tests' own, which says itself how it is printed.
///
/// Otherwise, an exercise could decide how the numbers in it are printed, and all such errors could
/// look alike.
public protocol OwnError: Error, CustomStringConvertible {}

/// The words for an error that tests compare.
///
/// An exercise's own error cannot look like a test's, because an exercise cannot use `OwnError`.
///
/// - Parameter error: What a call threw.
/// - Returns: The description of an `OwnError` or a `CancellationError`; for any other error, words
///   that say that it is another one.
public func words(for error: any Error) -> String {
  if error is CancellationError { return "CancellationError()" }
  return (error as? any OwnError)?.description ?? "another error, \(error)"
}
