import Foundation

/// The work folders of graders that were killed before they could tidy up.
enum Leftovers {
  /// Removes the folders whose process, which their name begins with or holds, is gone.
  static func remove(from work: String) {
    for entry in Files.entries(of: work) {
      guard let pid = entry.split(separator: "-").lazy.compactMap({ pid_t($0) }).first,
        kill(pid, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(work)/\(entry)")
    }
  }
}
