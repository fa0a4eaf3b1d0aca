import CourseModel
import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("what is taken from a submission") struct StagerTests {
  /// Makes a folder with these files, hands it over, and removes it.
  private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "stager-\(UUID().uuidString)"
    defer {
      chmod("\(folder)/01-Cargo", 0o755)
      try? FileManager.default.removeItem(atPath: folder)
    }
    for file in files {
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      try Files.makeFolder("\(folder)/\(parent)")
      try Files.write(Data("let crates = 1".utf8), to: "\(folder)/\(file)")
    }
    try body(folder)
  }

  private func stage(_ folder: String) -> StagedSubmission {
    let exercises = Layout(course: .sample).exercises(in: folder)
    return Stager(course: .sample).stage(
      Submission(name: "anna", source: folder, exercises: exercises, root: folder))
  }

  /// The superuser can read everything.
  @Test(
    .enabled(if: geteuid() != 0, "only as an ordinary user"),
    arguments: [
      "01-Cargo/Weigh.swift", "01-Cargo",
    ])
  func `what cannot be read does not pass for not started`(path: String) throws {
    try withFolder(["01-Cargo/Weigh.swift"]) { folder in
      chmod("\(folder)/\(path)", 0)

      let infrastructureError = try #require(stage(folder).infrastructureError)
      #expect(infrastructureError.contains("\(path) cannot be read (Permission denied)"))
    }
  }

  @Test func `work is found beside other folders, as in an archive`() throws {
    try withFolder(["homework/01-Cargo/Weigh.swift", "notes/plan.txt"]) { folder in
      #expect(Layout(course: .sample).exercises(in: folder) == folder + "/homework")
    }
  }

  @Test func `of two places the one with work in it is taken`() throws {
    try withFolder(["01-Cargo/Weigh.swift", "Exercises/01-Cargo/Weigh.swift"]) { folder in
      let layout = Layout(course: .sample)
      let names = "chapter folders in several places (01-Cargo/, Exercises/01-Cargo/)"
      #expect(layout.exercises(in: folder) == nil)
      #expect(stage(folder).invalidReason?.hasPrefix(names) == true)

      // The stub of the sample's exercise is a fingerprint of nothing; so now this is untouched.
      var course = Course.sample
      course.chapters[0].manifest.exercises[0].stub = fingerprint(ofSwiftSource: "let old = 1")
      try Files.write(Data("// mine\nlet old=1".utf8), to: folder + "/01-Cargo/Weigh.swift")
      #expect(Layout(course: course).exercises(in: folder) == folder + "/Exercises")

      try Files.write(
        Data("let old = 1".utf8), to: folder + "/Exercises/01-Cargo/Weigh.swift")
      #expect(Layout(course: course).exercises(in: folder) == folder)
    }
  }

  @Test func `a class of one is one submission also when its work lies in two places`() throws {
    try withFolder(["01-Cargo/Weigh.swift", "Exercises/01-Cargo/Weigh.swift"]) { folder in
      let found = try SubmissionFinder(course: .sample).find([folder])

      #expect(found.map(\.exercises) == [nil])
      #expect(found.map(\.root) == [folder])
    }
  }

  @Test func `a stray file of this checkout reaches no student`() throws {
    try withFolder(
      ["Exercises/01-Cargo/Weigh.swift", "Exercises/01-Cargo/Scratch.swift", "ann/01-Cargo/a"]
    ) { folder in
      var course = Course.sample
      course.root = folder
      course.chapters[0].manifest.exercises[0].stub = fingerprint(ofSwiftSource: "let crates = 1")
      let stager = Stager(course: course)
      let staged = stager.stage(
        Submission(name: "ann", source: "ann", exercises: folder + "/ann", root: folder + "/ann"))

      #expect(stager.stubs["01-Cargo"]?.keys.sorted() == ["Weigh.swift"])
      #expect(staged.chapters.map { $0.files.keys.sorted() } == [["Weigh.swift"]])
    }
  }

  @Test func `of two copies none is chosen, and both are named`() throws {
    try withFolder(["new/01-Cargo/Weigh.swift", "old/Exercises/01-Cargo/Weigh.swift"]) { folder in
      let words = "chapter folders in several places (new, old): keep only one"
      #expect(stage(folder).invalidReason == words)
    }
  }

  @Test func `a chapter that is a link to itself does not pass for not started`() throws {
    try withFolder(["Exercises/01-Cargo/Weigh.swift"]) { folder in
      let cargo = "\(folder)/Exercises/01-Cargo"
      try FileManager.default.removeItem(atPath: cargo)
      try FileManager.default.createSymbolicLink(atPath: cargo, withDestinationPath: cargo)
      let staged = Stager(course: .sample).stage(
        Submission(name: "anna", source: folder, exercises: "\(folder)/Exercises", root: folder))

      #expect(
        staged.invalidReason == "\(URL(filePath: folder).lastPathComponent)/Exercises/01-Cargo "
          + "is a link that leads back to itself")
    }
  }
}
