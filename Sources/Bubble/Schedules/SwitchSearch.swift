/// All schedules of a program in order of their number of switches: first the usual order, then all
/// schedules that differ from it in one decision, then in two.
///
/// Most bugs need few switches at the right places, so that the search meets them early, whatever
/// the length of the program (Musuvathi and Qadeer, "Iterative Context Bounding for Systematic
/// Testing of Multithreaded Programs", 2007; Emmi and others, "Delay-Bounded Scheduling", 2011).
/// Depth first, a search would vary only the last decisions for a long time.
///
/// Each schedule is found once: it continues the one without its last switch.
struct SwitchSearch {
  /// A schedule: that of `parent`, with one more switch.
  private struct Node {
    var parent: Int32
    var decision: Int32
    var choice: Int32
    /// The fingerprint of the decisions before the switch, as the parent's run met them.
    var fingerprint: UInt64
  }

  private var nodes = [Node(parent: -1, decision: -1, choice: 0, fingerprint: 0)]
  /// The node whose run comes next.
  private var next = 0
  /// The most nodes that are kept; a schedule further on is never run.
  private let limit: Int
  /// Whether schedules were left out because of the limit.
  private var isCut = false
  /// Whether each run met the decisions that were asked for.
  private(set) var repeats = true

  /// Makes a search that runs at most `limit` schedules.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether all schedules there are have been run.
  var hasRunAll: Bool { next == nodes.count && !isCut && repeats }

  /// The next schedule, or `nil` when there is none.
  func nextSchedule() -> Schedule? {
    guard next < nodes.count else { return nil }
    var switches: [Schedule.Switch] = []
    var index = next
    while index > 0 {
      let node = nodes[index]
      switches.append(Schedule.Switch(decision: Int(node.decision), choice: Int(node.choice)))
      index = Int(node.parent)
    }
    return .switches(switches.reversed())
  }

  /// Takes note of the decisions in the run of `nextSchedule()`.
  mutating func ran(_ decisions: [Decision]) {
    let node = nodes[next]
    defer { next += 1 }
    var fingerprint: UInt64 = 0
    for (index, decision) in decisions.enumerated() {
      if index == node.decision {
        let met = Self.fingerprint(fingerprint, count: decision.count)
        if met != node.fingerprint || decision.choice != node.choice { repeats = false }
      }
      if index > node.decision, decision.count > 1 {
        let branch = Self.fingerprint(fingerprint, count: decision.count)
        for choice in 1..<decision.count {
          guard nodes.count < limit else {
            isCut = true
            break
          }
          nodes.append(
            Node(
              parent: Int32(next), decision: Int32(index), choice: Int32(choice),
              fingerprint: branch))
        }
      }
      fingerprint = decision.combined(into: fingerprint)
    }
    if node.decision >= decisions.count { repeats = false }
  }

  private static func fingerprint(_ before: UInt64, count: Int) -> UInt64 {
    Decision(choice: 0, count: count).combined(into: before)
  }
}
