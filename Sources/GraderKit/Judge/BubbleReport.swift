import Foundation

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
    ["passed", "leaked", "wrong", "deadlocked", "stuck"].firstIndex(of: verdict) ?? 0
  }

  /// Reads a report; `nil` when the file is something else.
  static func read(_ path: String) -> BubbleReport? {
    guard
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = attributes[.size] as? Int, size < 1 << 20,
      let data = FileManager.default.contents(atPath: path),
      let report = try? JSONDecoder().decode(BubbleReport.self, from: data),
      report.schema == "bubble/1"
    else { return nil }
    return report
  }
}
