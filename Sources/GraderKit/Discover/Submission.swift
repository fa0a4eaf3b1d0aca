/// One person's work: a folder that holds chapter folders, or an archive of one.
struct Submission: Equatable {
  /// What the reports call it.
  var name: String

  /// What tells it from others of the same name; the better first.
  var tags: [String] = []

  /// The path that was given for it.
  var source: String

  /// The folder laid out like `Exercises/`, or `nil` when there is none or it is packed.
  var exercises: String?

  /// The folder that no link may leave; the exercises' own where nothing else is said.
  var root: String?

  /// Files without their chapters' folders, by their places in the course.
  var loose: [String: String] = [:]

  /// The archive to be unpacked.
  var archive: String?

  /// Why it cannot even be opened.
  var refusal: String?

  /// What lies beside it and was handed in too.
  var ignored: [String] = []

  /// Whether there is something that can be taken.
  var hasWork: Bool { exercises != nil || archive != nil || !loose.isEmpty }
}
