import Foundation
import GraderFormats

/// Renames unpacked files and folders so that every program can read their names.
///
/// Older programs write names in a local encoding, not in UTF-8, and with backslashes between
/// folders. Work is found by the names of chapters and files, so the exact name of a folder above
/// them does not matter.
enum ReadableNames {
  /// Renames everything below a folder.
  static func make(in folder: String) {
    for bytes in names(in: folder) {
      let isReadable = String(validating: bytes, as: UTF8.self) != nil
      let plain = isReadable ? bytes : bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "_") }
      let name = String(decoding: plain, as: UTF8.self)
      let parts = name.split(separator: "\\").map(String.init).filter { $0 != ".." && $0 != "." }
      if parts != [name] || !isReadable { move(bytes, in: folder, to: parts) }
    }
    for entry in Files.entries(of: folder) where isRealFolder("\(folder)/\(entry)") {
      make(in: "\(folder)/\(entry)")
    }
  }

  /// Moves an entry to a place below the same folder, unless the place is taken.
  private static func move(_ name: [UInt8], in folder: String, to parts: [String]) {
    guard let last = parts.last else { return }
    var place = folder
    for part in parts.dropLast() {
      place += "/\(part)"
      // Only through real folders: a link might lead out of here.
      guard mkdir(place, 0o755) == 0 || isRealFolder(place) else { return }
    }
    place += "/\(last)"
    var status = stat()
    guard lstat(place, &status) != 0 else { return }
    let old = Array(folder.utf8) + Array("/".utf8) + name + [0]
    _ = old.withUnsafeBytes { old in
      old.assumingMemoryBound(to: CChar.self).baseAddress.map { rename($0, place) }
    }
  }

  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, as the bytes that the system has.
  private static func names(in folder: String) -> [[UInt8]] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
