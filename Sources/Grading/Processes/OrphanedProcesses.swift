import Foundation
import GraderFormats

/// Processes that a child started and moved out of its session, where no sandbox ends them.
///
/// They are found by the work folder in the environment that they inherited. A process that clears
/// its environment is not found, which is one of the reasons to have a sandbox.
enum OrphanedProcesses {
  /// Ends every process that a child with this work folder left running.
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
