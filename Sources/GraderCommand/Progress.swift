import Foundation
import GraderFormats
import Reports
import Synchronization

/// Prints the progress to standard error: one changing line on a terminal, separate lines
/// elsewhere.
final class Progress: Sendable {
  private struct State {
    var total = 0
    var done = 0
    var isLineOpen = false
    var began = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let terminal = Terminal(2)

  /// Prints what is being done now; on a terminal, the next message replaces it.
  func say(_ text: String) {
    state.withLock { state in
      clear(&state)
      if terminal.rewritesLines {
        write(terminal.fitting("… \(text)"))
        state.isLineOpen = true
      } else {
        write("\(text)\n")
      }
    }
  }

  /// Prints a message that stays.
  func tell(_ text: String) {
    state.withLock { state in
      clear(&state)
      write("\(text)\n")
    }
  }

  /// Starts to count submissions.
  func begin(total: Int) {
    state.withLock { state in
      state.total = total
      state.done = 0
      state.began = .now
    }
  }

  /// Counts a submission as done.
  func finished(_ result: SubmissionResult) {
    state.withLock { state in
      state.done += 1
      let count = "\(state.done) of \(state.total)"
      let score =
        result.status == .graded ? "\(result.score)/\(result.maxScore)" : result.status.words
      clear(&state)
      if terminal.rewritesLines {
        let pace = Self.pace(
          done: state.done, total: state.total,
          seconds: state.began.duration(to: .now) / .seconds(1))
        let bar = Self.bar(done: state.done, total: state.total)
        let name = result.name.printable.shortened(to: 24)
        // A narrow line has no room for the bar.
        let start = (terminal.columns ?? 80) < 60 ? "" : "\(bar) "
        write(terminal.fitting("\(start)\(count), \(pace)   \(name) \(score)"))
        state.isLineOpen = true
      } else {
        write("\(count): \(result.name.printable) \(score)\n")
      }
    }
  }

  /// A bar of twenty characters that shows how much is done.
  static func bar(done: Int, total: Int) -> String {
    let full = total == 0 ? 0 : min(20, 20 * done / total)
    return String(repeating: "█", count: full) + String(repeating: "·", count: 20 - full)
  }

  /// The number of submissions per minute, and how long the rest will take at that pace.
  static func pace(done: Int, total: Int, seconds: Double) -> String {
    // The first ones predict nothing: they may be stored results, or build what all others use.
    guard seconds >= 5 else { return "begun" }
    let perMinute = 60 * Double(done) / max(seconds, 0.001)
    let left = Int((seconds / Double(max(done, 1)) * Double(total - done)).rounded(.up))
    let time = left < 90 ? "\(left) s" : "\((left + 30) / 60) min"
    return "\(Int(perMinute)) a minute, \(time) left"
  }

  /// Clears the changing line.
  func end() {
    state.withLock { clear(&$0) }
  }

  private func clear(_ state: inout State) {
    if state.isLineOpen { write("\r\u{1B}[K") }
    state.isLineOpen = false
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
