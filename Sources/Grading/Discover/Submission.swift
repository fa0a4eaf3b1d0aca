package import CourseModel

/// One person's work: a folder that holds chapter folders, or an archive of one.
package struct Submission: Equatable {
  /// What the reports call it.
  var name: String

  /// The path that was given for it.
  var source: String

  /// The folder laid out like `Exercises/`, or `nil` when there is none or it is packed.
  var exercises: String?

  /// The folder that no link may leave; the exercises' own where nothing else is said.
  var root: String?

  /// The archive to be unpacked.
  var archive: String?

  /// Why it cannot even be opened.
  var refusal: String?

  /// What lies beside the archive.
  var ignored: [String] = []
}

extension Submission {
  /// A folder of the course itself, such as `Solutions`.
  package init(folder: String, of course: Course) {
    self.init(name: folder, source: folder, exercises: "\(course.root)/\(folder)")
  }
}
