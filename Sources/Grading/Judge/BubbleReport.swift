import Foundation
import GraderFormats

/// What a bubble says about its schedules (`bubble.json`).
struct BubbleReport: Codable, Equatable {
  var schema: String
  var verdict: String
  var schedules: Int
  var failedSchedules: Int
  var exhaustive: Bool?
  var schedule: String?
  var message: String?
  var virtualSeconds: Double?
  var leaks: [Leak]?

  /// How bad the verdict is: the worst bubble of a test speaks for it.
  var severity: Int {
    ["passed", "leaked", "wrong", "race", "deadlocked", "stuck"].firstIndex(of: verdict) ?? 0
  }

  private static let counts = 0...1_000_000_000

  /// Reads a report; `nil` when the file is something else.
  static func read(_ path: String) -> BubbleReport? {
    guard
      let data = Files.plainContent(path, upTo: 1 << 20),
      let report = try? JSONDecoder().decode(BubbleReport.self, from: data),
      report.schema == "bubble/1",
      // Tested code can write such a file too, and these are added up.
      counts.contains(report.schedules), counts.contains(report.failedSchedules)
    else { return nil }
    return report
  }
}
