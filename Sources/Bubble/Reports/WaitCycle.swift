/// Tasks that wait in a cycle, each for the end of the next one or for a lock that it holds.
///
/// Channels are left out: which task will use one next is not known before it does.
struct WaitCycle {
  /// Each task with what it waits for.
  private(set) var links: [(task: TaskSummary, wait: TaskSummary.Wait)] = []

  /// Reports show few tasks; among thousands no one looks for a cycle.
  private static let most = 200

  /// The shortest cycle of the first task that is in one.
  init?(in tasks: [TaskSummary]) {
    let tasks = tasks.prefix(Self.most)
    let byNumber = Dictionary(tasks.map { ($0.number, $0) }) { first, _ in first }
    for task in tasks {
      guard let links = Self.wayBack(to: task, byNumber) else { continue }
      self.links = links
      return
    }
    return nil
  }

  /// Whether the tasks wait for locks only.
  var isOfLocks: Bool { links.allSatisfy { $0.task.waitKind == .lock } }

  /// One sentence: which task waits for which.
  var text: String {
    guard links.count > 1 else {
      return "in a cycle: \(links.map(\.task.label).joined()) waits for its own end"
    }
    return links.enumerated().reduce(into: "in a cycle:") { text, link in
      text += link.offset == 0 ? " \(link.element.task.label) waits" : ", which waits"
      text += " for \(link.element.wait.words)"
    }
  }

  /// Breadth first: the tasks that `start` waits for, those that they wait for, until it is
  /// `start`.
  private static func wayBack(
    to start: TaskSummary, _ tasks: [Int: TaskSummary]
  ) -> [(task: TaskSummary, wait: TaskSummary.Wait)]? {
    var ways: [[(task: TaskSummary, wait: TaskSummary.Wait)]] = [[]]
    var seen: Set<Int> = []
    while !ways.isEmpty {
      var longer: [[(task: TaskSummary, wait: TaskSummary.Wait)]] = []
      for way in ways {
        guard let task = way.isEmpty ? start : way.last.flatMap({ tasks[$0.wait.task] }) else {
          continue
        }
        for wait in task.waits {
          let next = way + [(task, wait)]
          if wait.task == start.number { return next }
          if seen.insert(wait.task).inserted { longer.append(next) }
        }
      }
      ways = longer
    }
    return nil
  }
}
