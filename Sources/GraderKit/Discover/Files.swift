import Foundation

/// The few questions about files that are asked everywhere.
enum Files {
  /// The names in a folder in a fixed order; none when it cannot be read.
  static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// All files below a folder, by their paths in it, in a fixed order.
  static func tree(of folder: String) -> [String] {
    let real = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    let entries = FileManager.default.enumerator(atPath: real)?.allObjects ?? []
    return entries.compactMap { $0 as? String }.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Makes sure that a file, or a folder with what is in it, can be read.
  ///
  /// What is not there is no trouble; what is and cannot be seen must not pass for missing.
  ///
  /// - Throws: `GradingTrouble` with what to do; `UsageError` when it leads in a circle.
  static func makeSureItCanBeRead(_ path: String) throws {
    let isAllowed = access(path, R_OK) == 0 && (!isFolder(path) || access(path, X_OK) == 0)
    let failure = errno
    guard !isAllowed, failure != ENOENT, failure != ENOTDIR else { return }
    let shown = path.split(separator: "/").suffix(3).joined(separator: "/")
    if failure == ELOOP { throw UsageError("\(shown) is a link that leads back to itself") }
    let reason = String(cString: strerror(failure))
    throw GradingTrouble("\(shown) cannot be read (\(reason)): try chmod -R u+rwX on it")
  }

  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Opens a file where tested code may have put a pipe, a device or a link in its place.
  static func openPlain(_ path: String) -> FileHandle? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// The content of such a file; `nil` when it has more bytes than this.
  static func plainContent(_ path: String, upTo limit: Int) -> Data? {
    guard let data = try? openPlain(path)?.read(upToCount: limit + 1) else { return nil }
    return data.count <= limit ? data : nil
  }

  /// Removes a folder whatever is in it: folders that nobody may enter, or deeper ones than a path
  /// can name.
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
  /// One that cannot be looked into, because of its rights or its depth, counts as full.
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

  /// Makes a folder with the folders above it.
  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
  static func write(_ content: Data, to path: String) throws {
    try content.write(to: URL(filePath: path), options: .atomic)
  }
}
