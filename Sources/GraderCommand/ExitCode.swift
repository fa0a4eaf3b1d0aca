/// What the grader tells the program that called it.
public enum ExitCode: Int32, Sendable {
  /// Everything was graded, whatever the scores.
  case graded = 0
  /// Something could not be graded, or the course is not sound; the output names it.
  case incomplete = 1
  /// The request itself was wrong.
  case usage = 2
  /// A submission scored less than `--require` asks for.
  case belowRequirement = 3
}
