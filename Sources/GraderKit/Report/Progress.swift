import Foundation
import Synchronization

/// Tells on standard error how far the work is: one changing line on a terminal, lines elsewhere.
final class Progress: Sendable {
  private struct State {
    var total = 0
    var done = 0
    var isLineOpen = false
  }

  private let state = Mutex(State())
  private let isTerminal = isatty(2) == 1

  /// Says what is being done now.
  func say(_ text: String) {
    state.withLock { state in
      clear(&state)
      if isTerminal {
        write("… \(text)")
        state.isLineOpen = true
      } else {
        write("\(text)\n")
      }
    }
  }

  /// Begins to count submissions.
  func begin(total: Int) {
    state.withLock { $0.total = total }
  }

  /// Counts a submission as done.
  func finished(_ result: SubmissionResult) {
    state.withLock { state in
      state.done += 1
      let count = "\(state.done) of \(state.total)"
      let score =
        result.status == .graded ? "\(result.score)/\(result.maxScore)" : result.status.rawValue
      clear(&state)
      if isTerminal {
        write("… \(count) graded: \(result.name.printable.shortened(to: 40)) \(score)")
        state.isLineOpen = true
      } else {
        write("\(count): \(result.name.printable) \(score)\n")
      }
    }
  }

  /// Leaves the terminal clean for what follows.
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
