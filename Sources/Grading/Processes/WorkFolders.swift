import CourseModel
import Foundation
import GraderFormats

/// The folders in which one chapter or archive is worked on, each for a moment.
///
/// Several graders, also on several machines with one disk, work side by side in the same place: a
/// name says whose folder it is, and what a killed grader left is removed on its own machine only.
package enum WorkFolders {
  /// A name that nobody else has.
  ///
  /// - Parameter purpose: What the folder is for, without a dot.
  /// - Returns: The name.
  static func name(_ purpose: String) -> String {
    "\(machine).\(getpid()).\(purpose)-\(UUID().uuidString.prefix(8))"
  }

  /// Makes such a folder in a place, hands it over, and removes it.
  package static func with<Result>(
    _ purpose: String, in place: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = "\(place)/\(name(purpose))"
    defer { Files.removeAll(folder) }
    try Files.makeFolder(folder)
    return try body(folder)
  }

  /// Where folders with such names are made.
  private static let places = ["work", "prebuilt"]

  /// Makes the places to build and to unpack.
  ///
  /// - Throws: `UsageError` when the checkout is somebody else's.
  static func make(in home: String) throws {
    for folder in places.map({ "\(home)/\($0)" }) {
      do {
        try Files.makeFolder(folder)
      } catch {
        // A disk that is full is another matter.
        try Machine.checkRoom(at: home)
      }
      guard access(folder, W_OK | X_OK) == 0 else {
        throw UsageError(
          "\(folder) cannot be written: clone the course into a folder of your own")
      }
    }
  }

  /// Removes what graders left that were killed before they could tidy up.
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

  /// Tells this machine, and this container, from others.
  private static let machine: String = {
    var digest = Digest()
    digest.add(ProcessInfo.processInfo.hostName)
    digest.add(Files.text("/proc/sys/kernel/random/boot_id") ?? "")
    let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
    digest.add(space ?? "")
    return digest.hexadecimal
  }()
}
