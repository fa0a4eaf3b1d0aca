import CourseModel
import Foundation
import FoundationXML
import Testing

@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("report files") struct ReportFilesTests {
  private func feedback(_ name: String) throws -> String {
    let entry = try #require(ReportSample.report.entry(named: name))
    return Feedback(course: .sample, result: entry.result).text
  }

  @Test func `the page shows the class as it should be`() throws {
    let page = Page(report: ReportSample.report).text
    let start = try #require(page.range(of: "<main>"))
    let end = try #require(page.range(of: "</main>"))

    try expectGolden(String(page[start.lowerBound..<end.upperBound]) + "\n", "main.html")
  }

  @Test func `nothing from outside is markup in the page, and nothing is loaded`() {
    let page = Page(report: ReportSample.report).text

    #expect(!page.contains("<img"))
    #expect(page.matches(of: /<script/).count == 1)
    #expect(!page.contains("\u{1B}"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("url("))
  }

  @Test func `the page allows its own script and no other`() throws {
    let sum = Process()
    let output = Pipe()
    let input = Pipe()
    sum.executableURL = URL(filePath: "/usr/bin/sha256sum")
    sum.standardInput = input
    sum.standardOutput = output
    try sum.run()
    try input.fileHandleForWriting.write(contentsOf: Data(PageScript.text.utf8))
    try input.fileHandleForWriting.close()
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let hexadecimal = Array(words.prefix(64))
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0..<($0 + 2)]), radix: 16)
    }

    #expect(Data(bytes).base64EncodedString() == PageScript.digest)
  }

  @Test(arguments: ["anna", "bo", "chen", "dara", "zoe"])
  func `a student reads what is done, what to look at and what next`(name: String) throws {
    try expectGolden(try feedback(name), "feedback-\(name).md")
  }

  @Test func `a message cannot leave its block in the feedback`() throws {
    try expectGolden(try feedback(ReportSample.hostileName), "feedback-hostile.md")
  }

  @Test func `a helper that was not taken is named where the chapter does not compile`() throws {
    var result = try #require(ReportSample.report.entry(named: "chen")).result
    result.ignored = ["Tests/01-Cargo/WeighTests.swift", "01-Cargo/Helper.swift", "notes.txt"]

    let text = Feedback(course: .sample, result: result).text
    #expect(text.contains("Ignored: `01-Cargo/Helper.swift`. What"))
  }

  @Test func `what is begun comes before what is not`() {
    var result = ReportSample.submission("eve", [TestOutcome(.passed), ReportSample.leaking])
    var open = result.chapters[0].exercises[0]
    open.id = "1.0"
    for test in open.tests.indices { open.tests[test].verdict = .notStarted }
    result.chapters[0].exercises.insert(open, at: 0)

    #expect(Feedback(course: .sample, result: result).text.contains("## Next\n\n1.1 Weigh"))
  }

  @Test func `junit is well formed and has the shape that Jenkins reads`() throws {
    let text = JUnitFile.text(ReportSample.report.results)
    let shape = JUnitShape()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = shape

    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(shape.problems == [])
    #expect(shape.counts == ["tests": 11, "failures": 2, "errors": 4, "skipped": 2])
    try expectGolden(text, "junit.xml")
  }

  @Test func `what XML cannot hold is left out`() {
    #expect(
      XMLText.escaped("a\u{0}\u{8}\u{FFFE}\u{202E}<\"&'>\u{1F600}")
        == "a&lt;&quot;&amp;'&gt;\u{1F600}")
  }

  @Test func `a folder gets every file, and one that escapes it stays in it`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "report-\(UUID().uuidString)").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let escaping = ReportSample.submission(
      "../../up", [TestOutcome(.passed), TestOutcome(.passed)])
    let report = ClassReport(ReportSample.results([escaping]), course: .sample)

    try ReportFolder(path: folder, exports: Export.allCases)
      .write(report, fingerprints: Fingerprints())

    #expect(
      Files.tree(of: folder).filter { !Files.isFolder("\(folder)/\($0)") } == [
        "classroom/autograding.json", "classroom/up/results.json", "exercism/up/results.json",
        "feedback/up.md", "fingerprints.json", "gradescope/up/results.json", "junit.xml",
        "report.html", "results.json", "scores.csv",
      ])
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", "\t=1", " =1", "\u{1B}=1", "＝1", "|x", "%x"])
  func `no cell of the scores begins like a formula`(name: String) {
    let text = ScoresFile.text(
      ReportSample.results([
        ReportSample.submission(name, Array(repeating: .init(.passed), count: 2))
      ]))
    let cell = text.split(separator: "\r\n")[1].drop { $0 == "\"" }

    #expect(cell.first == "'")
  }

  @Test func `a line break stays within its cell`() {
    let text = ScoresFile.text(
      ReportSample.results([
        ReportSample.submission("a\r\nb;c", [TestOutcome(.passed), TestOutcome(.passed)])
      ]))

    #expect(text.hasSuffix("\r\n\"a b;c\",graded,3,3,3,0,\"a b;c\"\r\n"))
  }

  @Test func `two people with one name are told apart by what the platform called them`() {
    let results = [("Ann Lee", "111"), ("Ann Lee-2", "222")].map { name, number in
      var result = ReportSample.submission(name, [TestOutcome(.passed), TestOutcome(.passed)])
      result.source = "class/Ann Lee_\(number)_assignsubmission_file_"
      return result
    }
    let lines = ScoresFile.text(ReportSample.results(results)).split(separator: "\r\n")

    #expect(lines[0].hasSuffix(",leaks,source"))
    #expect(
      lines[1].hasPrefix("Ann Lee,") && lines[1].hasSuffix(",Ann Lee_111_assignsubmission_file_"))
    #expect(lines[2].hasSuffix(",Ann Lee_222_assignsubmission_file_"))
  }
}

/// Checks the elements of a JUnit file against what Jenkins' and Surefire's schema allow.
private final class JUnitShape: NSObject, XMLParserDelegate {
  private static let children: [String: Set<String>] = [
    "": ["testsuites"], "testsuites": ["testsuite"], "testsuite": ["testcase"],
    "testcase": ["skipped", "error", "failure"],
  ]
  private static let required: [String: Set<String>] = [
    "testsuite": ["name", "tests", "failures", "errors"], "testcase": ["name"],
  ]
  private static let allowed: [String: Set<String>] = [
    "testsuites": ["name", "time", "tests", "failures", "errors"],
    "testsuite": ["name", "tests", "failures", "errors", "skipped", "time"],
    "testcase": ["name", "classname", "time"], "skipped": ["type", "message"],
    "error": ["type", "message"], "failure": ["type", "message"],
  ]

  var problems: [String] = []

  /// What the suites say of themselves, added up.
  var counts: [String: Int] = [:]
  private var path = [""]
  private var found: [String: Int] = [:]
  private var suite: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let parent = path.last ?? ""
    if Self.children[parent]?.contains(name) != true { problems.append("\(name) in \(parent)") }
    let missing = Self.required[name, default: []].subtracting(attributes.keys)
    if !missing.isEmpty { problems.append("\(name) without \(missing.sorted())") }
    let unknown = Set(attributes.keys).subtracting(Self.allowed[name, default: []])
    if !unknown.isEmpty { problems.append("\(name) with \(unknown.sorted())") }
    if let time = attributes["time"], Double(time) == nil { problems.append("time \(time)") }
    path.append(name)
    found[name, default: 0] += 1
    if name == "testsuite" {
      found = [:]
      suite = attributes
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    guard name == "testsuite" else { return }
    for (count, element) in [
      ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
    ] {
      let said = Int(suite[count] ?? "") ?? -1
      counts[count, default: 0] += said
      if said != found[element, default: 0] { problems.append("\(count) says \(said)") }
    }
  }
}
