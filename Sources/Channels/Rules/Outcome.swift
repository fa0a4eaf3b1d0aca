/// How an operation stands or has ended.
@usableFromInline enum Outcome {
  /// It has to wait.
  case waiting
  /// Its element was taken or delivered.
  case done
  /// The channel was closed before.
  case closed
  /// Its task was cancelled before, or its select has chosen another case.
  case cancelled
}
