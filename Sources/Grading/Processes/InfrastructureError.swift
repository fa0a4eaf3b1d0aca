import CourseModel
import Foundation
import GraderFormats

/// Something on this machine, not in the student's work, kept a chapter from being graded.
///
/// It must never end up as a lost point.
package struct InfrastructureError: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) {
    self.description = description
  }

  /// What went wrong, in words for people.
  package static func message(for error: any Error) -> String {
    switch error {
    case is UsageError, is InfrastructureError, is BuildError, is ManifestError: "\(error)"
    default: error.localizedDescription
    }
  }

  /// What kept a command from even starting, or ended it from outside, if something did.
  package init?(_ outcome: ChildOutcome) {
    if outcome.end == .signaled(SIGKILL) || outcome.errorText.contains(/due to signal 9\b/) {
      description = "a command was killed: has this machine memory left?"
      return
    }
    let words = outcome.errorText
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason given"
    // A source can call itself `bwrap: `, but then the compiler says in which line of it.
    let isBwrap = line.hasPrefix("bwrap: ") && !line.contains(/:\d+:\d+:\s/)
    guard isBwrap || outcome.end == .exited(126) || outcome.end == .exited(127) else { return nil }
    description = "a command cannot be started: \(line)"
  }
}

/// The course's own code does not build: nobody can be graded.
struct BuildError: Error, CustomStringConvertible {
  var what: String
  var output: String

  /// Whether a source was saved while it was compiled, as by a `git pull`; it can be tried again.
  var isOutdated: Bool { output.contains("was modified during the build") }

  var description: String {
    let lines = output.split(whereSeparator: \.isNewline)
    let shown = lines.filter { $0.contains("error:") }.prefix(8)
    let words = shown.isEmpty ? lines.suffix(8) : shown
    return "\(what) does not build:\n" + words.map { "  \($0)" }.joined(separator: "\n")
  }
}
