import Foundation
import GraderFormats

/// Where the compiler's driver puts what it needs for a moment.
///
/// It crashes when that path has letters beyond ASCII, as a checkout's or a person's own may have.
enum DriverFolder {
  /// Hands over a folder, and removes it where it lies outside of the work folder.
  ///
  /// - Parameters:
  ///   - work: The work folder, which is used where it can be.
  ///   - sandbox: What the driver runs in; inside of `bwrap`, `/tmp` is a disk of its own.
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
