import GraderFormats

/// One of the course's own libraries in `Sources/`.
struct Library {
  var name: String
  var folder: String

  /// Whether a student's chapter may import it; the others serve the tests only.
  var isForStudents: Bool

  /// In the order of their dependencies: a library comes after those that it imports.
  private static let known = [
    ("CProbe", true), ("Probe", true), ("Channels", true), ("CBubbleRuntime", false),
    ("RunFormats", false), ("Bubble", false), ("CourseModel", false), ("CourseTesting", false),
    ("CodeGuard", false),
  ]

  /// The folder of the program that runs a chapter's tests.
  static func runner(in package: String) -> String { package + "/Sources/ChapterRunner" }

  /// The libraries of the package in this folder.
  static func all(in package: String) -> [Library] {
    known.map { Library(name: $0.0, folder: "\(package)/Sources/\($0.0)", isForStudents: $0.1) }
      .filter { !$0.swiftFiles.isEmpty || !$0.cFiles.isEmpty }
  }

  var swiftFiles: [String] { files(endingIn: ".swift") }
  var cFiles: [String] { files(endingIn: ".c") }
  var include: String { folder + "/include" }

  /// The size of its Swift sources in bytes, a measure of how long it takes to compile.
  var size: Int { swiftFiles.reduce(0) { $0 + (Files.text($1)?.utf8.count ?? 0) } }

  private func files(endingIn suffix: String) -> [String] {
    Files.tree(of: folder).filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }
  }
}
