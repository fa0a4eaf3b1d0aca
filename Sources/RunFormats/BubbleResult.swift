/// The result of a bubble in the form that a program reads: `bubble.json`.
///
/// `Bubble` does not import Foundation, so the JSON is written by hand; the grader decodes it.
package struct BubbleResult: Codable, Equatable {
  /// The format and its version, to check first in such a file.
  package static let schema = "bubble/1"

  /// From best to worst: a test with several bubbles gets the worst of their verdicts.
  package enum Verdict: String, Codable, CaseIterable, Comparable {
    case passed, leaked, wrong, race, deadlocked, stuck

    package static func < (left: Verdict, right: Verdict) -> Bool { left.priority < right.priority }

    private var priority: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A task that was left behind.
  package struct Leak: Codable, Equatable {
    package var task: String
    package var startedAt: String
    package var waitsFor: String
    package var endsWhenCancelled: Bool?

    package init(
      task: String, startedAt: String, waitsFor: String, endsWhenCancelled: Bool? = nil
    ) {
      self.task = task
      self.startedAt = startedAt
      self.waitsFor = waitsFor
      self.endsWhenCancelled = endsWhenCancelled
    }
  }

  package var schema = Self.schema
  package var verdict: Verdict
  package var schedules: Int
  package var failedSchedules: Int
  package var exhaustive: Bool?

  /// The short form of the schedule of the first run in which something was wrong.
  package var schedule: String?
  package var message: String?
  package var virtualSeconds: Double?

  /// How many runs noted each outcome.
  package var outcomes: [String: Int]?
  package var leaks: [Leak]?

  package init(verdict: Verdict, schedules: Int, failedSchedules: Int) {
    self.verdict = verdict
    self.schedules = schedules
    self.failedSchedules = failedSchedules
  }

  /// One line of JSON.
  package var json: String {
    let outcomes = (outcomes ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key.json):\($0.value)" }
    let fields = [
      ("schema", schema.json), ("verdict", verdict.rawValue.json), ("schedules", "\(schedules)"),
      ("failedSchedules", "\(failedSchedules)"), ("exhaustive", Self.value(exhaustive)),
      ("schedule", Self.value(schedule?.json)), ("message", Self.value(message?.json)),
      ("virtualSeconds", Self.value(virtualSeconds)),
      ("outcomes", "{\(outcomes.joined(separator: ","))}"),
      ("leaks", "[\((leaks ?? []).map(\.json).joined(separator: ","))]"),
    ]
    return "{\(fields.map { "\($0.0.json):\($0.1)" }.joined(separator: ","))}"
  }

  fileprivate static func value(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "null" }
}

extension BubbleResult.Leak {
  fileprivate var json: String {
    """
    {"task":\(task.json),"startedAt":\(startedAt.json),"waitsFor":\(waitsFor.json),\
    "endsWhenCancelled":\(BubbleResult.value(endsWhenCancelled))}
    """
  }
}
