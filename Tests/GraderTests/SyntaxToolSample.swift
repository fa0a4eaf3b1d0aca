import Foundation

@testable import GraderKit

/// The syntax tool, built once for all tests that ask it something.
enum SyntaxToolSample {
  static let tool = Result {
    let file = #filePath
    let root = String(file.dropLast("/Tests/GraderTests/SyntaxToolSample.swift".count))
    return try SyntaxTool(
      package: root, toolchain: Toolchain.find(), home: root + "/.build/grader")
  }

  /// Whether tests may wait for it to be built.
  static var isAllowed: Bool { ProcessInfo.processInfo.environment["GRADER_TESTS"] == "all" }
}
