package import CourseModel

/// One student's work: a folder with chapter folders, an archive of one, or single files.
package struct Submission: Equatable {
  /// What the reports call it.
  package var name: String

  /// What distinguishes it from others of the same name, the best first.
  var tags: [String] = []

  /// The path that was given for it.
  package var source: String

  /// The folder laid out like `Exercises/`, or `nil` when there is none or it is packed.
  package var exercises: String?

  /// The folder that no link may leave; without it, that of the exercises.
  var root: String?

  /// The files that have no chapter folders, by their places in the course.
  var loose: [String: String] = [:]

  /// The archive to be unpacked.
  package var archive: String?

  /// Why it cannot be graded, if that is known already.
  var invalidReason: String?

  /// The other entries that were handed in beside it.
  var ignored: [String] = []

  /// Whether there is something to grade.
  var hasWork: Bool { exercises != nil || archive != nil || !loose.isEmpty }
}

extension Submission {
  /// A folder of the course itself, such as `Solutions`.
  package init(folder: String, of course: Course) {
    self.init(name: folder, source: folder, exercises: "\(course.root)/\(folder)")
  }
}
