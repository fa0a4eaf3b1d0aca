import CourseModel
import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("the folder of the reports") struct ReportFolderTests {
  /// A folder of its own for each test.
  private final class Place {
    let path = NSTemporaryDirectory() + "reports-\(UUID().uuidString)"

    init(_ files: [String: String] = [:]) throws {
      try Files.makeFolder(path)
      for (file, text) in files {
        let parent = file.split(separator: "/").dropLast().joined(separator: "/")
        try Files.makeFolder("\(path)/\(parent)")
        try Files.write(Data(text.utf8), to: "\(path)/\(file)")
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let all = [TestOutcome(.passed), TestOutcome(.passed)]

  private func earlier(_ rows: [(name: String, source: String)]) -> EarlierReport {
    let submissions = rows.map { name, source in
      var result = ReportSample.submission(name, all)
      result.source = source
      return result
    }
    return EarlierReport(folder: "report", results: ReportSample.results(submissions))
  }

  private func invalidReason(_ check: () throws -> Void) -> String? {
    do {
      try check()
      return nil
    } catch {
      return "\(error)"
    }
  }

  // MARK: Some of the class

  @Test func `a row is known by where its work lies, not by its name`() {
    let earlier = earlier([
      ("Ann Lee 1", "old/Ann Lee_1_assignsubmission_file_"),
      ("Ann Lee 2", "old/Ann Lee_2_assignsubmission_file_"), ("bo", "/dev"),
    ])
    let given = [
      Submission(name: "Ann Lee", source: "class/Ann Lee_2_assignsubmission_file_"),
      Submission(name: "dev", source: "/dev/../dev/"), Submission(name: "bo", source: "new/bo"),
    ]

    #expect(earlier.named(given).map(\.name) == ["Ann Lee 2", "bo", "bo-2"])
  }

  @Test func `a row whose own work is still there is nobody else's`() throws {
    let place = try Place(["1/ann/a": "", "2/ann/a": ""])
    let earlier = earlier([("ann", place.path + "/1/ann")])

    let given = Submission(name: "ann", source: place.path + "/2/ann")
    #expect(earlier.named([given]).map(\.name) == ["ann-2"])
  }

  @Test func `the rows of others stay, and nothing is said that does not hold for all`() {
    var earlier = earlier([("anna", "class/anna"), ("zoe", "class/zoe")])
    earlier.results.shard = "1/2"
    let zero = [TestOutcome(.wrong), TestOutcome(.wrong)]
    var new = ReportSample.results([ReportSample.submission("zoe", zero)])
    new.environment.isolation = ["rlimits"]

    let whole = earlier.updated(with: new)
    #expect(earlier.note(besides: ["zoe"]) == "kept in report: one other submission")
    #expect(whole.submissions.map(\.name) == ["anna", "zoe"])
    #expect(whole.submissions.map(\.score) == [3, 0])
    #expect(whole.environment.isolation == ["rlimits"])
    #expect(whole.shard == "1/2")
  }

  @Test func `rows that were graded otherwise are not mixed with new ones`() {
    let earlier = earlier([("anna", "class/anna"), ("zoe", "class/zoe")])
    var new = ReportSample.results([])
    let exercises = [Exercise.sample.id]

    #expect(invalidReason { try earlier.makeSureItFits(["zoe"], new, exercises: exercises) } == nil)
    #expect(invalidReason { try earlier.makeSureItFits(["zoe"], new, exercises: ["9.9"]) } != nil)
    new.course.version = "f00d"
    #expect(
      invalidReason { try earlier.makeSureItFits(["zoe"], new, exercises: exercises) }
        == "report has one other submission, graded with another course, compiler or options: "
        + "grade the whole class again, or give another folder with -o")
    // No row is left that could be mixed with them.
    #expect(
      invalidReason { try earlier.makeSureItFits(["anna", "zoe"], new, exercises: exercises) }
        == nil)
  }

  @Test func `one part of a class does not replace another, or all`() {
    var earlier = earlier([("anna", "class/anna")])
    let words = "report has the whole class, not part 2/2: "
    #expect(invalidReason { try earlier.makeSureItIs(Shard("2/2")) }?.hasPrefix(words) == true)
    earlier.results.shard = "1/2"

    #expect(invalidReason { try earlier.makeSureItIs(Shard("2/2")) } != nil)
    #expect(invalidReason { try earlier.makeSureItIs(Shard("1/2")) } == nil)
    #expect(invalidReason { try earlier.makeSureItIs(nil) } == nil)
  }

  // MARK: What is written

  @Test func `feedback of those who left goes, and what is not ours stays`() throws {
    let place = try Place(["feedback/notes.md": "mine"])
    let folder = ReportFolder(path: place.path, exports: [.gradescope])
    func write(_ names: [String]) throws {
      let results = ReportSample.results(names.map { ReportSample.submission($0, all) })
      try folder.write(ClassReport(results, course: .sample), fingerprints: Fingerprints())
    }
    try write(["anna", "zoe"])
    try write(["anna"])

    #expect(Files.entries(of: place.path + "/feedback") == ["anna.md", "notes.md"])
    #expect(Files.entries(of: place.path + "/gradescope") == ["anna"])
  }

  @Test func `reports may take the place of reports`() throws {
    let place = try Place()
    let report = ClassReport(
      ReportSample.results([ReportSample.submission("anna", all)]), course: .sample)
    try ReportFolder(path: place.path).write(report, fingerprints: Fingerprints())

    let free = ReportPlace(path: place.path, course: .sample)
    #expect(invalidReason { try free.makeSureItIsFree() } == nil)
  }

  @Test(arguments: [
    "report.html", "results.json", "scores.csv", "junit.xml", "fingerprints.json",
  ])
  func `what somebody else has written is never overwritten`(file: String) throws {
    let place = try Place([file: "<!DOCTYPE html>\n<html lang=\"en\">\n{}\n"])

    let words = invalidReason {
      try ReportPlace(path: place.path, course: .sample).makeSureItIsFree()
    }
    #expect(
      words?.replacing(place.path, with: "X")
        == "X/\(file) is not a report of this grader: move it away, or give another folder with -o")
  }

  @Test(arguments: [
    ("class/anna", "X/class/anna is a submission"),
    ("class/anna/01-Cargo/report", "X/class/anna/01-Cargo/report is a submission"),
    ("class/packed", "X/class/packed is a submission"),
    ("class/zoe", "X/class/zoe seems to be a submission"),
    ("class", "X/class holds the submissions"), ("class/report", nil), ("class/old", nil),
    ("report", nil),
  ])
  func `a student's folder is no place for reports`(output: String, words: String?) throws {
    let place = try Place([
      "class/anna/01-Cargo/Weigh.swift": "", "class/packed/work.zip": "",
      "class/zoe/notes.txt": "", "class/old/.graded/1.json": "",
    ])
    let paths = [place.path + "/class"]
    let path = "\(place.path)/\(output)"
    let found = try SubmissionFinder(course: .sample, output: path).find(paths)

    let invalidReason = invalidReason {
      try ReportPlace(path: path, course: .sample).makeSureItIsFree(from: paths, holding: found)
    }?.replacing(place.path, with: "X")
    #expect(invalidReason?.prefix(words?.count ?? 0) == words?[...])
  }
}
