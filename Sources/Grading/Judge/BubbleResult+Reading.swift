import Foundation
import GraderFormats
import RunFormats

extension BubbleResult {
  private static let counts = 0...1_000_000_000

  /// Reads a result; `nil` when the file is something else.
  static func read(_ path: String) -> BubbleResult? {
    guard
      let data = Files.plainContent(path, upTo: 1 << 20),
      let result = try? JSONDecoder().decode(BubbleResult.self, from: data),
      result.schema == schema,
      // Tested code can write such a file, too, and the counts are added up.
      counts.contains(result.schedules), counts.contains(result.failedSchedules)
    else { return nil }
    return result
  }
}
