/// How many schedules were run, of how many, in words.
struct Coverage {
  private let exploration: Exploration

  init(_ exploration: Exploration) {
    self.exploration = exploration
  }

  /// "in 3 of all 1,204 schedules", or "in 3 of 512 schedules" where there are more.
  var ofFailures: String {
    isOnlyOne
      ? "in the only schedule there is"
      : "in \(Self.grouped(exploration.failures)) of \(isAll ? "all " : "")\(schedules)\(bound)"
  }

  /// "in all 1,204 schedules", or "in 512 schedules of many".
  var ofRuns: String {
    isOnlyOne
      ? "in the only schedule there is"
      : isAll ? "in all \(schedules)\(bound)" : "in \(schedules) \(rest)"
  }

  private var bound: String {
    isAll && exploration.isBounded ? " with at most two switches inside a step" : ""
  }

  private var rest: String {
    exploration.uncontrolled == nil ? "of many" : "of a nondeterministic program"
  }

  private var isAll: Bool { exploration.isExhaustive }
  private var isOnlyOne: Bool { isAll && exploration.schedules == 1 }

  private var schedules: String {
    exploration.schedules == 1 ? "1 schedule" : "\(Self.grouped(exploration.schedules)) schedules"
  }

  /// 1,204 for 1204.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
      text.append(digit.element)
    }
  }
}

extension Exploration: CustomStringConvertible {
  /// One line: "passed in all 1,204 schedules", "wrong in 3 of 512 schedules".
  public var description: String {
    guard let failure else { return "passed \(Coverage(self).ofRuns)" }
    return "\(failure.verdict.rawValue) \(Coverage(self).ofFailures)"
  }
}
