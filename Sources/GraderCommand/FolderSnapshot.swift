import Foundation
import GraderFormats
import Grading

/// The state of the work in some folders at one moment, enough to see that a file was saved since.
struct FolderSnapshot: Equatable {
  /// What changes when a file is written again or replaced: its inode, its size, and the time at
  /// which it was written.
  private var files: [String: [Int]] = [:]

  /// Reads the state of files, or of folders with everything below them.
  ///
  /// Only sources and archives in visible folders count. Otherwise the files of editors and builds
  /// would look like work that is saved all the time.
  init(of paths: [String]) {
    for path in paths { look(at: path) }
  }

  private mutating func look(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in Files.entries(of: path) where !name.hasPrefix(".") {
        let entry = "\(path)/\(name)"
        // A link to a folder may lead back here.
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

  /// The files that were written, added or removed since an earlier snapshot, sorted by path.
  func changes(since earlier: FolderSnapshot) -> [String] {
    Set(files.keys).union(earlier.files.keys).filter { files[$0] != earlier.files[$0] }.sorted()
  }
}
