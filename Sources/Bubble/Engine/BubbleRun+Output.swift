/// A line that the program printed.
struct PrintedLine: Sendable, Equatable {
  var time: Duration
  /// The label of the task that printed it.
  var task: String
  var text: String
}

/// Keeps what the program prints, to show it once for the run that is reported, not for each run.
extension BubbleRun {
  private static let mostLines = 200

  /// Keeps what the running task writes to the standard output.
  ///
  /// - Parameter bytes: Any part of a line, or several.
  /// - Returns: Whether the text must not be written: a test would write it once for each schedule.
  func takeOutput(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard testSource != nil else { return false }
    guard keepsOutput || detail == .places, phase == .body || phase == .drain else { return true }
    let task = currentIndex().map { tasks[$0].number } ?? 0
    unfinishedLines[task, default: ""] += String(decoding: bytes, as: UTF8.self)
    while let line = unfinishedLines[task], let end = line.firstIndex(of: "\n") {
      unfinishedLines[task] = String(line[line.index(after: end)...])
      guard outcome.printed.count < Self.mostLines else { continue }
      outcome.printed.append(
        PrintedLine(
          time: .nanoseconds(elapsed), task: task == 0 ? "a thread" : label(of: tasks[task - 1]),
          text: String(line[..<end])))
    }
    return true
  }
}

extension [PrintedLine] {
  /// One line for each, with the time and the task that printed it.
  var text: String {
    map { "  t = \($0.time.inSeconds)  \($0.task): \($0.text)" }.joined(separator: "\n")
  }
}
