import Foundation
import GraderFormats

/// What this machine has to grade with: programs, processors, memory, and room on its disk.
package enum Machine {
  /// Looks for a program where the shell would.
  ///
  /// - Parameter name: The program's name, which on Debian is also the package's.
  /// - Returns: Its path, or `nil` when it is not installed.
  package static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  /// As many jobs as there are processors, if each finds the memory that a compiler and a test may take.
  package static var usualJobs: Int {
    let machine = ProcessInfo.processInfo
    return max(1, min(machine.activeProcessorCount, Int(machine.physicalMemory >> 31)))
  }

  /// How often the system has ended a process to have memory again; `nil` where it does not tell.
  static var outOfMemoryKills: Int? {
    let lines = Files.text("/proc/vmstat")?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix("oom_kill ") }.flatMap { Int($0.dropFirst(9)) }
  }

  /// The megabytes that every step of grading must find free, so that what fails did not fail for
  /// lack of them.
  static let neededMegabytes = 64

  /// The megabytes that are free where a folder lies; `nil` when the system does not tell.
  package static func freeMegabytes(at folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int((UInt64(status.f_bavail) * UInt64(status.f_frsize)) >> 20)
  }

  /// Checks that a failure was not the machine's.
  ///
  /// - Throws: `InfrastructureError` when hardly any room is left.
  package static func checkRoom(at folder: String) throws {
    guard let free = freeMegabytes(at: folder), free < neededMegabytes else { return }
    throw InfrastructureError(
      "the disk is full: \(free) MB are left for \(folder), and \(neededMegabytes) are needed")
  }
}
