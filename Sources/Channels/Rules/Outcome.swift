/// The state of an operation, or how it ended.
@usableFromInline enum Outcome {
  /// It has to wait.
  case waiting
  /// Its element was taken or delivered.
  case done
  /// The channel was closed first.
  case closed
  /// Its task was cancelled first, or its select has chosen another case.
  case cancelled
}
