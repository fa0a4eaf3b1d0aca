import Foundation

/// How a child process ended and what it left behind.
package struct ChildOutcome {
  enum End: Equatable {
    case exited(Int32)
    case signaled(Int32)
    case killed(Reason)
  }

  /// Why the grader itself ended a child.
  enum Reason: Equatable {
    case processorTime, idle, stopped, wallTime, processes, memory, disk
    /// The `watch` closure asked for it.
    case watcher
  }

  var end: End
  var output: Data
  var errors: Data

  /// Whether the child wrote more to standard output than is kept.
  var isTruncated = false

  /// Whether the child wrote more to standard error than is kept.
  var lacksErrors = false

  package var outputText: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
  package var succeeded: Bool { end == .exited(0) }
}
