import Foundation
import GraderFormats

/// What a child started and moved out of sight, where no sandbox ends it with the child.
///
/// They are known by the work folder in the environment that they inherited. Code that clears its
/// environment gets away, which is one of the reasons to have a sandbox.
enum OrphanedProcesses {
  /// Ends every process that a child with this work folder has left behind.
  static func end(of folder: String) {
    let mark = Data("=\(folder)\0".utf8)
    for entry in Files.entries(of: "/proc") {
      guard let process = pid_t(entry), process != getpid(),
        let environment = FileManager.default.contents(atPath: "/proc/\(entry)/environ"),
        environment.range(of: mark) != nil
      else { continue }
      kill(process, SIGKILL)
    }
  }
}
