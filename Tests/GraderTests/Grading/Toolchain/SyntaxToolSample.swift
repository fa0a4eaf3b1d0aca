import Foundation
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Grading

/// The syntax tool, built once for all tests that ask it something.
enum SyntaxToolSample {
  static let tool = Result {
    try SyntaxTool(
      package: Fixtures.package, toolchain: Toolchain.find(),
      home: Fixtures.package + "/.build/grader")
  }

  /// What a source names, beside its stub.
  static func facts(
    of source: String, stub: String = "", beside: String = ""
  ) throws -> [Fact] {
    let found = try ask {
      try $0.facts(of: [.init(text: source, given: stub, beside: beside)], in: $1)
    }
    return try #require(found.first ?? nil)
  }

  /// Asks the tool something, with a folder for it.
  static func ask<Answer>(
    _ question: (SourceReader, String) throws -> Answer
  ) throws -> Answer {
    let reader = SourceReader(
      tool: try tool.get(), sandbox: Sandbox(bwrap: nil, toolchain: try Toolchain.find().root))
    let folder = "\(NSTemporaryDirectory())\(WorkFolders.name("question"))"
    defer { Files.removeAll(folder) }
    try Files.makeFolder(folder)
    return try question(reader, folder)
  }

  /// Whether tests may wait for it to be built.
  static var isAllowed: Bool { ProcessInfo.processInfo.environment["GRADER_TESTS"] == "all" }
}
