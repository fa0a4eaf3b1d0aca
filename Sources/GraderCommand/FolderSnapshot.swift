import Foundation
import GraderFormats
import Grading

/// How the work in some folders looked at one moment: enough to tell that a file was saved since.
struct FolderSnapshot: Equatable {
  /// Of each file what changes when it is written again or replaced by another: its number, its
  /// size, and when it was written.
  private var files: [String: [Int]] = [:]

  /// Looks at files, or at folders with everything below them.
  ///
  /// Only sources and archives count. What an editor or a build leaves beside them is often hidden,
  /// and would otherwise look like a file that is saved all the time.
  init(of paths: [String]) {
    for path in paths { look(at: path) }
  }

  private mutating func look(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in Files.entries(of: path) where !name.hasPrefix(".") {
        let entry = "\(path)/\(name)"
        // A folder that is a link may lead back here.
        if Self.isWork(name) || Self.isRealFolder(entry) { look(at: entry) }
      }
    } else {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      files[path] = [Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec]
    }
  }

  private static func isWork(_ name: String) -> Bool {
    name.hasSuffix(".swift") || ArchiveKind.of(name) != nil
  }

  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files that were written, added or removed since an earlier look, in a fixed order.
  func changes(since earlier: FolderSnapshot) -> [String] {
    Set(files.keys).union(earlier.files.keys).filter { files[$0] != earlier.files[$0] }.sorted()
  }
}
