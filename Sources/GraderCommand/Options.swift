import Grading
import Reports

/// What the command line asks for.
struct Options: Equatable {
  enum Command: Equatable {
    case grade
    case merge
    case checkCourse
    case doctor
    case hint(exercise: String, number: Int)
    case help
  }

  var command = Command.grade
  var paths: [String] = []
  var output: String?
  var selection = TestSelection()
  var jobs: Int?
  var require: Double?
  var sandbox = Sandbox.Choice.auto
  var course: String?
  var shard: Shard?
  var resumes = false

  /// Whether the course check grades mutants of the sample solutions, and nothing else.
  var mutates = false

  /// Whether to grade again whenever a file is saved.
  var watches = false
  var exports: [Export] = []

  /// An earlier run's `results.json`, or its folder, to compare with.
  var compare: String?

  /// Prepares grading with these options.
  func context(_ progress: Progress, _ cache: ChapterCache? = nil) throws -> GradingContext {
    try GradingContext(
      GradingContext.course(course), selection, jobs: jobs, sandbox: sandbox, cache: cache,
      say: progress.say)
  }
}
