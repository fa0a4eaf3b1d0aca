import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("what a result of an earlier run depends on") struct PrebuiltCourseKeyTests {
  @Test func `a change of the grader, and nothing outside its sources, gives another key`() throws {
    let package = NSTemporaryDirectory() + "package-\(UUID().uuidString)"
    defer { Files.removeAll(package) }
    func key(after file: String, says text: String) throws -> String {
      let path = "\(package)/\(file)"
      try Files.makeFolder((path as NSString).deletingLastPathComponent)
      try Files.write(Data(text.utf8), to: path)
      return PrebuiltCourseKey.grader(in: package)
    }

    let first = try key(after: "Sources/Grading/Judge.swift", says: "let points = 3")
    let second = try key(after: "Sources/Grading/Judge.swift", says: "let points = 4")

    #expect(second != first)
    #expect(try key(after: "Exercises/01-Tasks/Ping.swift", says: "let mine = 1") == second)
    #expect(try key(after: "Sources/Grading/Judge.swift", says: "let points = 3") == first)
  }
}
