package import CourseModel

/// One person's work: a folder that holds chapter folders, or an archive of one.
package struct Submission: Equatable {
  /// What the reports call it.
  package var name: String

  /// What tells it from others of the same name; the better first.
  var tags: [String] = []

  /// The path that was given for it.
  package var source: String

  /// The folder laid out like `Exercises/`, or `nil` when there is none or it is packed.
  package var exercises: String?

  /// The folder that no link may leave; the exercises' own where nothing else is said.
  var root: String?

  /// Files without their chapters' folders, by their places in the course.
  var loose: [String: String] = [:]

  /// The archive to be unpacked.
  package var archive: String?

  /// Why it cannot even be opened.
  var invalidReason: String?

  /// What lies beside it and was handed in too.
  var ignored: [String] = []

  /// Whether there is something that can be taken.
  var hasWork: Bool { exercises != nil || archive != nil || !loose.isEmpty }
}

extension Submission {
  /// A folder of the course itself, such as `Solutions`.
  package init(folder: String, of course: Course) {
    self.init(name: folder, source: folder, exercises: "\(course.root)/\(folder)")
  }
}
