import CourseModel
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("work under another name") struct MisnamedTests {
  private func find(_ ignored: [String], started: Set<String> = []) -> [Misnamed] {
    Misnamed.find(in: ignored, started: started, of: .sample)
  }

  @Test(arguments: [
    ("01_cargo", "01_cargo/"), ("01-cargo", "01-cargo/"), ("1 Cargo", "1 Cargo/"),
    ("Cargo", "Cargo/"), ("homework/01_cargo/Weigh.swift", "homework/01_cargo/"),
  ])
  func `a chapter's folder is recognised`(path: String, found: String) {
    #expect(find([path]) == [Misnamed(found: found, expected: "01-Cargo/")])
  }

  @Test(arguments: [
    "01-Cargo/weigh.swift", "01-Cargo/Weigh (1).swift", "01-Cargo/Weigh copy.swift",
    "homework/01-Cargo/Weigh-2.swift",
  ])
  func `an exercise's file is recognised`(path: String) {
    #expect(find([path]) == [Misnamed(found: path, expected: "01-Cargo/Weigh.swift")])
    #expect(find([path], started: ["1.1"]) == [])
  }

  @Test(arguments: [
    "notes.txt", "README.md", "01-Cargo/Helper.swift", "01-Cargo/WeighTests.swift", "weigh.swift",
    "Tests/01-Cargo/WeighTests.swift", "Sources/Cargo/Weigh.swift", "01_cargo/notes.txt",
    "01-Cargo/Weigh.swift", "__MACOSX/01_cargo/Weigh.swift",
  ])
  func `other files are not`(path: String) {
    #expect(find([path]) == [])
  }

  @Test func `instructor and student are told`() throws {
    var result = ReportSample.submission(
      "eve", [TestOutcome(.notStarted), TestOutcome(.notStarted)])
    result.ignored = ["01_cargo"]
    let words = "01_cargo/ was ignored: its name should be 01-Cargo/"

    #expect(result.firstProblem(in: .sample) == words)
    #expect(ClassTable.text(ReportSample.results([result]), of: .sample).contains(words))
    let feedback = Feedback(course: .sample, result: result).text
    #expect(feedback.contains("- `01_cargo/`: its name should be `01-Cargo/`"))
    #expect(feedback.contains("## Next\n\nRename `01_cargo/` to `01-Cargo/`."))
    let page = Page(report: ClassReport(ReportSample.results([result]), course: .sample)).text
    #expect(page.contains(words))
    let own = StudentReport(course: .sample, result: result).text
    #expect(own.contains(words))
  }

  @Test func `build products do not push the work out of the list`() {
    let products = (0..<200).map { "homework/.build/debug/\($0).o" }
    let digest = Unpacker.digest(products + ["homework/01_cargo/Weigh.swift"])

    #expect(digest.count == 101)
    #expect(digest.first == "homework/01_cargo/Weigh.swift")
    #expect(digest.last == "… and 101 more")
  }
}
