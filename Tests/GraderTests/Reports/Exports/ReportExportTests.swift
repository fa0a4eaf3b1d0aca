import CourseModel
import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("exports") struct ReportExportTests {
  private let report = ReportSample.report

  /// The files of an export as the systems would read them.
  private func files(_ export: Export) throws -> [(path: String, object: [String: Any])] {
    try export.files(report).map { file in
      let object = try JSONSerialization.jsonObject(with: Data(file.content))
      return (file.path, try #require(object as? [String: Any]))
    }
  }

  private func tests(_ object: [String: Any]) throws -> [[String: Any]] {
    try #require(object["tests"] as? [[String: Any]])
  }

  private func golden(_ export: Export, _ name: String) throws {
    let entry = try #require(report.entry(named: name))
    let path = "\(export.rawValue)/\(entry.fileName)/results.json"
    let file = try #require(try export.files(report).first { $0.path == path })
    try expectGolden(
      String(decoding: file.content, as: UTF8.self), "\(export.rawValue)-\(name).json")
  }

  @Test func `gradescope's rules hold for every submission`() throws {
    let visibilities = ["visible", "hidden", "after_due_date", "after_published"]
    for (_, object) in try files(.gradescope) {
      let score = try #require(object["score"] as? Double)
      #expect(object["output"] is String)
      #expect(
        ["text", "html", "simple_format", "md", "ansi"].contains(object["output_format"] as? String)
      )
      #expect(visibilities.contains(object["visibility"] as? String ?? ""))
      #expect(visibilities.contains(object["stdout_visibility"] as? String ?? ""))
      #expect(try #require(object["execution_time"] as? Double) >= 0)
      var sum = 0.0
      for test in try tests(object) {
        let own = try #require(test["score"] as? Double)
        let most = try #require(test["max_score"] as? Double)
        #expect(own >= 0 && own <= most)
        #expect(test["status"] as? String == (own == most ? "passed" : "failed"))
        #expect(visibilities.contains(test["visibility"] as? String ?? ""))
        #expect(test["name"] is String && test["number"] is String)
        sum += own
      }
      #expect(sum == score)
    }
  }

  @Test func `the classroom reporter's rules hold for every submission`() throws {
    for (path, object) in try files(.classroom) where path.hasSuffix("results.json") {
      #expect(object["version"] as? Int == 1)
      #expect(object["max_score"] as? Int == 3)
      let tests = try tests(object)
      let statuses = tests.compactMap { $0["status"] as? String }
      #expect(!tests.isEmpty && statuses.count == tests.count)
      #expect(Set(statuses).isSubset(of: ["pass", "fail", "error"]))
      let status = try #require(object["status"] as? String)
      #expect((status == "pass") == statuses.allSatisfy { $0 == "pass" })
      #expect(tests.allSatisfy { $0["status"] as? String == "pass" || $0["message"] is String })
      #expect(tests.allSatisfy { $0["score"] is Int && $0["line_no"] is Int })
    }
    let anna = try #require(try files(.classroom).first { $0.path.contains("/anna/") }).object
    #expect(try tests(anna).compactMap { $0["score"] as? Int }.reduce(0, +) == 3)
  }

  @Test func `classroom's own tests ask for whole exercises`() throws {
    let object = try #require(try files(.classroom).last).object
    let test = try #require(try tests(object).first)

    #expect(test["name"] as? String == "1.1 Weigh")
    #expect(test["run"] as? String == "./grade.sh --exercise 1.1 --require 100")
    #expect(test["points"] as? Int == 3)
    #expect(["included", "exact", "regex"].contains(test["comparison"] as? String))
    #expect(try #require(test["timeout"] as? Int) > 0)
    #expect(["setup", "input", "output"].allSatisfy { test[$0] is String })
  }

  @Test func `exercism's rules hold for every submission`() throws {
    for (_, object) in try files(.exercism) {
      #expect(object["version"] as? Int == 3)
      let tests = try tests(object)
      let statuses = tests.compactMap { $0["status"] as? String }
      #expect(statuses.count == tests.count)
      #expect(Set(statuses).isSubset(of: ["pass", "fail", "error"]))
      let message = object["message"] as? String
      switch try #require(object["status"] as? String) {
      case "pass":
        #expect(statuses.allSatisfy { $0 == "pass" } && message == nil)
      case "fail":
        #expect(statuses.contains { $0 != "pass" } && message == nil)
      case "error":
        #expect(statuses.allSatisfy { $0 == "error" })
        #expect(message?.isEmpty == false && (message?.count ?? 0) <= 65535)
      case let other:
        Issue.record("status \(other)")
      }
      #expect(tests.allSatisfy { ($0["task_id"] as? Int ?? 0) >= 1 && $0["name"] is String })
    }
  }

  @Test func `the files are as they should be`() throws {
    try golden(.gradescope, "bo")
    try golden(.classroom, "bo")
    try golden(.exercism, "bo")
    try golden(.exercism, "chen")
  }

  @Test func `a list of exports is read, and a wrong word is named`() throws {
    #expect(
      try OptionParser.parse(["-o", "x", "--export", "exercism,gradescope"]).exports == [
        .exercism, .gradescope,
      ])
    #expect(
      throws: UsageError("--export accepts gradescope, classroom, exercism, not \"moodle\"")
    ) {
      try OptionParser.parse(["--export=moodle"])
    }
  }
}
