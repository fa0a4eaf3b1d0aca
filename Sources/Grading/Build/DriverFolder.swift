import Foundation
import GraderFormats

/// The folder for the temporary files of the compiler's driver.
///
/// The driver crashes when this path has letters outside of ASCII, which the path of a checkout or
/// of a home folder may have.
enum DriverFolder {
  /// Passes a folder to `body`, and removes it afterwards if it is outside of the work folder.
  ///
  /// - Parameters:
  ///   - work: The work folder, which is used if its path is plain ASCII.
  ///   - sandbox: The driver's sandbox; inside of `bwrap`, `/tmp` is a disk of its own.
  ///   - body: What to do with the folder.
  /// - Returns: What `body` returns.
  static func use<Result>(
    near work: String, in sandbox: Sandbox? = nil, _ body: (String) throws -> Result
  ) rethrows -> Result {
    if isPlain(work) { return try body(work) }
    if sandbox?.bwrap != nil { return try body("/tmp") }
    let system = NSTemporaryDirectory().withoutTrailingSlash
    let folder = "\(isPlain(system) ? system : "/tmp")/\(WorkFolders.name("driver"))"
    try? Files.makeFolder(folder)
    defer { Files.removeAll(folder) }
    return try body(folder)
  }

  private static func isPlain(_ path: String) -> Bool { path.utf8.allSatisfy { $0 < 0x80 } }
}
