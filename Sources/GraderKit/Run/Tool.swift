import Foundation

/// A program of the system that the grader needs for a part of its work.
enum Tool {
  /// Looks where the shell would.
  ///
  /// - Parameter name: The program's name, which on Debian and its kin is also the package's.
  /// - Returns: Its path, or `nil` when it is not installed.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }
}
