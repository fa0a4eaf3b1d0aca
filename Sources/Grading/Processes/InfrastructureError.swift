import CourseModel
import Foundation
import GraderFormats

/// A problem of this machine, not of the student's work, because of which a chapter is not graded.
///
/// It must never cost a point.
package struct InfrastructureError: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }

  /// The message to show for an error.
  package static func message(for error: any Error) -> String {
    switch error {
    case is UsageError, is InfrastructureError, is BuildError, is ManifestError: "\(error)"
    default: error.localizedDescription
    }
  }

  /// The same for the compiler's driver, which says in words that a command of its own was killed.
  init?(ofDriver outcome: ChildOutcome) {
    if DriverWords.signal(in: outcome.errorText) == SIGKILL {
      self = Self.killed
    } else {
      self.init(outcome)
    }
  }

  private static let killed = Self("a command was killed: is this machine out of memory?")

  /// Why a command could not start or was killed from outside; `nil` when neither is so.
  package init?(_ outcome: ChildOutcome) {
    if outcome.end == .signaled(SIGKILL) {
      self = Self.killed
      return
    }
    let words = outcome.errorText
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason given"
    // The name of a source may begin with `bwrap: `, but then the compiler adds the line number.
    let isBwrap = line.hasPrefix("bwrap: ") && !line.contains(/:\d+:\d+:\s/)
    guard isBwrap || outcome.end == .exited(126) || outcome.end == .exited(127) else { return nil }
    description = "a command cannot be started: \(line)"
  }
}

/// The course's own code does not build, so nothing can be graded.
struct BuildError: Error, CustomStringConvertible {
  var what: String
  var output: String

  /// Whether a source changed while it was compiled, for example by `git pull`: try again.
  var isOutdated: Bool { output.contains("was modified during the build") }

  var description: String {
    let lines = output.split(whereSeparator: \.isNewline)
    let shown = lines.filter { $0.contains("error:") }.prefix(8)
    let words = shown.isEmpty ? lines.suffix(8) : shown
    return "\(what) does not build:\n" + words.map { "  \($0)" }.joined(separator: "\n")
  }
}
