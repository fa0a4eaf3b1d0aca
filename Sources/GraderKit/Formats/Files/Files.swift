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

  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
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

extension String {
  var withoutTrailingSlash: String {
    count > 1 && hasSuffix("/") ? String(dropLast()) : self
  }
}
