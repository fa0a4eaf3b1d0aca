import CourseModel
import Foundation
import Testing

@testable import GraderKit

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

      let trouble = try #require(stage(folder).trouble)
      #expect(trouble.contains("\(path) cannot be read (Permission denied)"))
    }
  }

  @Test func `work is found beside other folders, as in an archive`() throws {
    try withFolder(["homework/01-Cargo/Weigh.swift", "notes/plan.txt"]) { folder in
      #expect(Layout(course: .sample).exercises(in: folder) == folder + "/homework")
    }
  }

  @Test func `of two copies none is chosen, and both are named`() throws {
    try withFolder(["new/01-Cargo/Weigh.swift", "old/Exercises/01-Cargo/Weigh.swift"]) { folder in
      let words = "chapter folders in more than one place (new, old): leave one"
      #expect(stage(folder).refusal == words)
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
        staged.refusal == "\(URL(filePath: folder).lastPathComponent)/Exercises/01-Cargo "
          + "is a link that leads back to itself")
    }
  }
}
