import CourseModel
import Foundation
import GraderFormats

/// Temporary folders, each for the work on one chapter or archive.
///
/// Several graders, even on several machines with a shared disk, use the same place. A folder's
/// name says which machine and process made it. What a killed grader left is removed on its own
/// machine only.
package enum WorkFolders {
  /// A unique name.
  ///
  /// - Parameter purpose: What the folder is for, without a dot.
  /// - Returns: The name.
  static func name(_ purpose: String) -> String {
    "\(machine).\(getpid()).\(purpose)-\(UUID().uuidString.prefix(8))"
  }

  /// Makes such a folder in a place, passes it to `body`, and removes it.
  package static func with<Result>(
    _ purpose: String, in place: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = "\(place)/\(name(purpose))"
    defer { Files.removeAll(folder) }
    try Files.makeFolder(folder)
    return try body(folder)
  }

  /// The places in which such folders are made.
  private static let places = ["work", "prebuilt"]

  /// Makes the places to build and to unpack.
  ///
  /// - Throws: `UsageError` when the checkout belongs to someone else.
  static func make(in home: String) throws {
    for folder in places.map({ "\(home)/\($0)" }) {
      do {
        try Files.makeFolder(folder)
      } catch {
        // A full disk needs a different message.
        try Machine.checkRoom(at: home)
      }
      guard access(folder, W_OK | X_OK) == 0 else {
        throw UsageError(
          "\(folder) cannot be written: clone the course into a folder of your own")
      }
    }
  }

  /// Removes the folders of graders that were killed before they could remove them.
  static func removeLeftovers(from home: String) {
    for place in places { removeLeftovers(in: "\(home)/\(place)") }
  }

  private static func removeLeftovers(in folder: String) {
    for entry in Files.entries(of: folder) {
      let parts = entry.split(separator: ".")
      guard parts.count == 3, parts[0] == machine, let process = pid_t(parts[1]),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      Files.removeAll("\(folder)/\(entry)")
    }
  }

  /// Identifies this machine and this container.
  private static let machine: String = {
    var digest = Digest()
    digest.add(ProcessInfo.processInfo.hostName)
    digest.add(Files.text("/proc/sys/kernel/random/boot_id") ?? "")
    let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
    digest.add(space ?? "")
    return digest.hexadecimal
  }()
}
