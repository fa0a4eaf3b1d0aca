/// What the command line asks for.
struct Options: Equatable {
  enum Command: Equatable {
    case grade
    case merge
    case checkCourse
    case doctor
    case hint(exercise: String, rung: Int)
    case help
  }

  enum SandboxChoice: String, CaseIterable {
    case auto, bwrap, none
  }

  var command = Command.grade
  var paths: [String] = []
  var output: String?
  var chapter: Int?
  var exercise: String?
  var jobs: Int?
  var schedules: Int?
  var schedule: String?
  var require: Double?
  var sandbox = SandboxChoice.auto
  var course: String?
  var shard: Shard?
  var resumes = false

  /// Whether the course check takes the sample solutions apart, instead of everything else.
  var mutates = false

  /// Whether to grade again whenever a file is saved.
  var watches = false
  var exports: [Export] = []

  /// An earlier run's `results.json`, or its folder, to compare with.
  var compare: String?

  /// Whether something other than all tests, each as usual, was asked for.
  var selectsTests: Bool {
    chapter != nil || exercise != nil || schedules != nil || schedule != nil
  }

  /// Whether a part of the course was asked for that this chapter and exercise belong to.
  func wants(chapter number: Int, exercise id: String) -> Bool {
    if let chapter, chapter != number { return false }
    if let exercise, exercise != id { return false }
    return true
  }
}
