import CourseModel
import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("finding submissions") struct SubmissionFinderTests {
  private let finder = SubmissionFinder(course: .sample)

  /// Makes a folder with these files, hands it over, and removes it.
  private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "finder-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    for file in files {
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      try Files.makeFolder("\(folder)/\(parent)")
      try Files.write(Data(), to: "\(folder)/\(file)")
    }
    try body(folder)
  }

  private func message(_ path: String) -> String? {
    do {
      _ = try finder.find([path])
      return nil
    } catch {
      return "\(error)".replacing(path, with: "X")
    }
  }

  @Test func `a folder with chapters is one submission, whatever lies around it`() throws {
    try withFolder(["01-Cargo/Weigh.swift"]) { folder in
      let found = try finder.find([folder])

      #expect(found.map(\.exercises) == [folder])
    }
    try withFolder(["Exercises/01-Cargo/Weigh.swift", "Package.swift"]) { folder in
      let found = try finder.find([folder])

      #expect(found.map(\.exercises) == [folder + "/Exercises"])
    }
  }

  @Test func `every folder in a folder is one, and a strange one is kept to be named`() throws {
    try withFolder(["bob/01-Cargo/W.swift", "anna/Exercises/01-Cargo/W.swift", "zoe/notes.txt"]) {
      folder in
      let found = try finder.find([folder])

      #expect(found.map(\.name) == ["anna", "bob", "zoe"])
      #expect(found.map { $0.exercises == nil } == [false, false, true])
    }
  }

  @Test func `a slash behind the folder changes nothing`() throws {
    try withFolder(["ann/01-Cargo/Weigh.swift", "bob.zip"]) { folder in
      let found = try finder.find([folder + "/"])

      #expect(found.map(\.source) == ["\(folder)/ann", "\(folder)/bob.zip"])
    }
  }

  @Test func `work that is packed in another way is refused, and other files are named`() throws {
    try withFolder(["anna/01-Cargo/W.swift", "bob.rar", "Weigh.swift", "grades.csv"]) { folder in
      let found = try finder.find([folder])

      #expect(found.map(\.name) == ["Weigh.swift", "anna", "bob.rar"])
      #expect(found.map { $0.invalidReason != nil } == [true, false, true])
      #expect(finder.strays(in: [folder]) == ["grades.csv"])
    }
  }

  @Test func `a document that somebody has handed in is refused, a receipt is not`() throws {
    let receipt = "Homework 1_byron_attempt_2026-11-21-10-00-00.txt"
    let files = [
      "anna/01-Cargo/W.swift", "bob.docx", "byronada_1234_567890_essay.pdf", receipt, "list.pdf",
    ]
    try withFolder(files) { folder in
      let found = try finder.find([folder])

      #expect(found.map(\.name) == ["anna", "bob.docx", "byronada"])
      #expect(found.map { $0.invalidReason != nil } == [false, true, true])
      #expect(finder.strays(in: [folder]) == [receipt, "list.pdf"])
    }
  }

  @Test(arguments: ["report", "reports/monday", "report/"])
  func `the folder of the reports is not a student's work`(output: String) throws {
    let files = ["anna/01-Cargo/W.swift", "\(output)/scores.csv", "zoe/notes.txt"]
    try withFolder(files) { folder in
      var finder = finder
      finder.output = "\(folder)/\(output)"

      let others = try finder.find([folder]).map(\.name)
      #expect(others == ["anna", "zoe"])
      finder.output = "\(folder)/anna"
      let names = try finder.find([folder]).map(\.name)
      #expect(names.contains("anna"))
    }
  }

  @Test func `the same name twice is told apart`() throws {
    try withFolder(["a/01-Cargo/W.swift"]) { folder in
      let found = try finder.find([folder + "/a", folder + "/a"])

      #expect(found.map(\.name) == ["a", "a-2"])
    }
  }

  /// Names, and what is refused, of a class with these files.
  private func rows(_ files: [String]) throws -> [String] {
    var rows: [String] = []
    try withFolder(files) { folder in
      rows = try finder.find([folder]).map { found in
        let kind =
          found.exercises != nil
          ? "chapters" : found.archive != nil ? "archive" : found.loose.isEmpty ? "none" : "loose"
        return "\(found.name): \(found.invalidReason ?? kind)"
      }
    }
    return rows
  }

  @Test func `what one student has handed in is one row`() throws {
    let canvas = try rows([
      "leeann_3_11_Weigh.swift", "leeann_3_12_notes.txt", "leeann_3_text.html",
      "smithbob_4_13_work.zip", "smithbob_4_14_Screen.png", "ekbo_5_15_a.zip", "ekbo_5_16_b.zip",
      "ekbo_LATE_6_17_work.zip",
    ])
    #expect(
      canvas == [
        "ekbo 5: handed in 2 times (ekbo_5_15_a.zip, ekbo_5_16_b.zip): keep only one",
        "ekbo 6: archive", "leeann: loose", "smithbob: archive",
      ])
    let moodle = try rows([
      "Ada By_1_assignsubmission_file_/Weigh.swift",
      "Ada By_1_assignsubmission_onlinetext_/onlinetext.html",
      "Bo Ek_2_assignsubmission_onlinetext_onlinetext.html",
      "Participant_3_assignsubmission_file_/hw/work.zip",
    ])
    #expect(
      moodle == [
        "Ada By: loose",
        "Bo Ek: it is not a .zip, .tar or .tar.gz: pack it again as one of these",
        "Participant 3: archive",
      ])
  }

  @Test func `work lies a few folders down, packed or not`() throws {
    let found = try rows([
      "anna/hw1/mac.zip", "bo/Submission attachment(s)/01-Cargo/Weigh.swift",
      "bo/Feedback Attachment(s)/.keep", "cy/a.zip", "cy/deep/b.zip", "dan/Weigh-1.swift",
      "eve/01-cargo/Weigh.swift", "fay/notes.txt",
    ])

    #expect(
      found == [
        "anna: archive", "bo: chapters", "cy: 2 archives (a.zip, deep/b.zip): keep only one",
        "dan: loose", "eve: 01-cargo/ was ignored: its name should be 01-Cargo/", "fay: none",
      ])
  }

  @Test func `the title that Google Classroom adds is no part of a name`() throws {
    #expect(
      try rows(["Ada By - HW 1.zip", "Bo Ek - HW 1.zip", "Cy - Weigh.swift"])
        == ["Ada By: archive", "Bo Ek: archive", "Cy: loose"])
    // These may be pairs of people, or groups.
    #expect(
      try rows(["ada - bo.zip", "cy - dan.zip"]) == ["ada - bo: archive", "cy - dan: archive"])
    #expect(try rows(["ada - bo.zip"]) == ["ada - bo: archive"])
  }

  @Test func `a folder of files that the course knows is one submission`() throws {
    try withFolder(["Weigh.swift", "notes.txt"]) { folder in
      let found = try finder.find([folder])

      #expect(found.map(\.loose) == [["01-Cargo/Weigh.swift": folder + "/Weigh.swift"]])
    }
  }

  @Test func `bad input gets one line that says how to fix it`() throws {
    #expect(
      message("/no/such/path")
        == "X does not exist: give a submission or a folder of submissions")
    try withFolder([]) { folder in
      #expect(message(folder) == "X is empty: put one folder or archive per submission into it")
    }
    try withFolder(["notes.txt", "a/b.txt"]) { folder in
      #expect(
        message(folder) == "X is not a submission: it has no chapter folder such as 01-Cargo/")
      #expect(
        message(folder + "/notes.txt")
          == "X is a file: give a folder laid out like Exercises/, or a .zip, .tar or .tar.gz")
    }
  }
}
