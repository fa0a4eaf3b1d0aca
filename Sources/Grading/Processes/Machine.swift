import Foundation
import GraderFormats

/// The resources of this machine: programs, processors, memory, and free disk space.
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

  /// The default number of jobs: one per processor, but no more than one per 2 GB of memory.
  package static var usualJobs: Int {
    let machine = ProcessInfo.processInfo
    return max(1, min(machine.activeProcessorCount, Int(machine.physicalMemory >> 31)))
  }

  /// How many processes the system has killed because memory ran out; `nil` when it does not say.
  static var outOfMemoryKills: Int? {
    let lines = Files.text("/proc/vmstat")?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix("oom_kill ") }.flatMap { Int($0.dropFirst(9)) }
  }

  /// The megabytes that must be free on the disk after a failure: with fewer, the disk is to blame.
  static let neededMegabytes = 64

  /// The megabytes that are free on a folder's disk; `nil` when the system does not say.
  package static func freeMegabytes(at folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int((UInt64(status.f_bavail) * UInt64(status.f_frsize)) >> 20)
  }

  /// Checks that a failure was not caused by a full disk.
  ///
  /// - Throws: `InfrastructureError` when hardly any space is left.
  package static func checkRoom(at folder: String) throws {
    guard let free = freeMegabytes(at: folder), free < neededMegabytes else { return }
    throw InfrastructureError(
      "the disk is full: \(free) MB are left for \(folder), and \(neededMegabytes) are needed")
  }
}
