package import Foundation
import GraderFormats

/// Queries about files that a student or tested code has written.
extension Files {
  /// Checks that a file can be read, or that a folder can be listed and entered.
  ///
  /// A missing file is fine; an unreadable one is an error, because it must not count as missing.
  ///
  /// - Throws: `InfrastructureError`, which says what to do; `UsageError` when a link leads back to
  ///   itself.
  static func makeSureItCanBeRead(_ path: String) throws {
    let isAllowed = access(path, R_OK) == 0 && (!isFolder(path) || access(path, X_OK) == 0)
    let failure = errno
    guard !isAllowed, failure != ENOENT, failure != ENOTDIR else { return }
    let shown = path.split(separator: "/").suffix(3).joined(separator: "/")
    if failure == ELOOP { throw UsageError("\(shown) is a link that leads back to itself") }
    let reason = String(cString: strerror(failure))
    throw InfrastructureError("\(shown) cannot be read (\(reason)): try chmod -R u+rwX on it")
  }

  /// Opens a regular file; `nil` when tested code may have put a pipe, a device or a link there.
  package static func openPlain(_ path: String) -> FileHandle? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// The content of a regular file; `nil` when it is larger than this.
  static func plainContent(_ path: String, upTo limit: Int) -> Data? {
    guard let data = try? openPlain(path)?.read(upToCount: limit + 1) else { return nil }
    return data.count <= limit ? data : nil
  }

  /// Removes a folder, even if folders in it may not be entered, or are nested too deeply for a
  /// path.
  static func removeAll(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let script = "chmod -R u+rwx \"$1\"; rm -rf \"$1\""
    _ = Child(
      command: ["/bin/sh", "-c", script, "sh", path], environment: ["PATH": "/usr/bin:/bin"],
      limits: Limits()
    ).run()
  }

  /// Whether a folder takes more of the disk than this, or has more files.
  ///
  /// A folder that cannot be searched, because of its permissions or its depth, counts as full.
  static func isFuller(_ folder: String, than megabytes: Int, _ files: Int) -> Bool {
    guard let entries = FileManager.default.enumerator(atPath: folder) else { return false }
    var bytes = 0
    var count = 0
    for case let entry as String in entries {
      count += 1
      var status = stat()
      if lstat("\(folder)/\(entry)", &status) == 0 { bytes += Int(status.st_blocks) * 512 }
      let isClosed = status.st_mode & S_IFMT == S_IFDIR && status.st_mode & 0o500 != 0o500
      if isClosed || entry.utf8.count > 2000 { return true }
      if count > files || bytes >> 20 > megabytes { return true }
    }
    return false
  }
}
