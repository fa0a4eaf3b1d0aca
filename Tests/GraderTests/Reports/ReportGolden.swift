import Foundation
import Testing

/// Compares a text with the file that holds how it should be.
///
/// With `UPDATE_GOLDEN=1` the file is written instead: read the difference before committing it.
func expectGolden(_ text: String, _ name: String) throws {
  let path = "\(Fixtures.folder)/Reports/\(name)"
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
  let expected = try String(contentsOf: URL(filePath: path), encoding: .utf8)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let difference = zip(lines, expectedLines).first { $0 != $1 }
  #expect(difference?.0 == difference?.1, "\(name) differs, see the line")
  #expect(lines.count == expectedLines.count)
}
