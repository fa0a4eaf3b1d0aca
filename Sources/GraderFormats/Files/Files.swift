package import Foundation

/// Queries about files that many modules need.
package enum Files {
  /// The sorted names in a folder; none when it cannot be read.
  package static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The Swift files in a folder, with their paths.
  package static func swift(in folder: String) -> [String] {
    entries(of: folder).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  /// The sorted paths of all files and folders below a folder, relative to it.
  package static func tree(of folder: String) -> [String] {
    let real = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    let entries = FileManager.default.enumerator(atPath: real)?.allObjects ?? []
    return entries.compactMap { $0 as? String }.sorted()
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  package static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Decodes a JSON file; `nil` when it does not exist or holds something else.
  package static func decoded<Value: Decodable>(_ path: String) -> Value? {
    FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(Value.self, from: $0)
    }
  }

  /// Makes a folder with the folders above it.
  package static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a temporary file and moves it into place, so that no one ever reads half of it.
  package static func write(_ content: Data, to path: String) throws {
    try content.write(to: URL(filePath: path), options: .atomic)
  }
}

extension String {
  package var withoutTrailingSlash: String {
    count > 1 && hasSuffix("/") ? String(dropLast()) : self
  }
}
