import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading

@Suite("parts of a class") struct ShardTests {
  @Test func `every submission is in exactly one part`() throws {
    let parts = try (1...3).map { try Shard("\($0)/3").part(of: Array(0..<10)) }

    #expect(parts.map(\.count) == [4, 3, 3])
    #expect(parts.flatMap(\.self).sorted() == Array(0..<10))
  }

  @Test(arguments: ["", "3", "0/3", "4/3", "1/0", "a/b", "1/2/3", "-1/3"])
  func `anything else is refused in one line`(text: String) {
    #expect(throws: UsageError("--shard needs a part such as 2/3, not \"\(text)\"")) {
      try Shard(text)
    }
  }

  @Test func `a part that is missing is named, and the whole is no part`() throws {
    let folder = NSTemporaryDirectory() + "parts-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    let parts = try ["1/3", "3/3", "1/2", nil].enumerated().map { index, shard -> String in
      var results = ReportSample.results([
        ReportSample.submission("s\(index)", [TestOutcome(.passed), TestOutcome(.passed)])
      ])
      results.shard = shard
      let path = "\(folder)/\(index).json"
      try Files.write(JSONEncoder().encode(results), to: path)
      return path
    }

    #expect(try Merging.missingParts(of: [parts[0], parts[1]]) == ["2/3"])
    #expect(try Merging.missingParts(of: [parts[3]]) == [])
    #expect(throws: UsageError.self) { try Merging.missingParts(of: [parts[0], parts[2]]) }
    #expect(try Merging.results(of: [parts[0], parts[1]]).shard == nil)
  }

  @Test func `resume and merge say what they need`() {
    #expect(throws: UsageError("--resume needs the -o DIR of the run that it continues")) {
      try OptionParser.parse(["work", "--resume"])
    }
    #expect(
      throws: UsageError("merge needs folders and -o, as in ./grade.sh merge part1 part2 -o report")
    ) { try OptionParser.parse(["merge", "a", "b"]) }
  }
}
