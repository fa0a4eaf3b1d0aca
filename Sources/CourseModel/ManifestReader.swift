#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads manifests from disk, and says what is wrong with one that cannot be used.
enum ManifestReader {
  /// Reads one `chapter.json`.
  ///
  /// - Parameter path: The manifest's path, which also appears in the error.
  /// - Returns: What the manifest says.
  /// - Throws: `ManifestError` when it cannot be read or is not a manifest.
  static func read(_ path: String) throws -> ChapterManifest {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ManifestError.unreadable(path)
    }
    do {
      return try JSONDecoder().decode(ChapterManifest.self, from: data)
    } catch let error as DecodingError {
      throw explain(error, in: path)
    }
  }

  private static func explain(_ error: DecodingError, in file: String) -> ManifestError {
    switch error {
    case .keyNotFound(let key, let context):
      .malformed(
        file: file, place: place(context.codingPath), problem: "\"\(key.stringValue)\" is missing")
    case .typeMismatch(let type, let context):
      .malformed(file: file, place: place(context.codingPath), problem: "is not of type \(type)")
    case .valueNotFound(let type, let context):
      .malformed(file: file, place: place(context.codingPath), problem: "is null, not \(type)")
    case .dataCorrupted(let context):
      .malformed(
        file: file, place: place(context.codingPath),
        problem: context.codingPath.isEmpty ? "is not valid JSON" : context.debugDescription)
    @unknown default:
      .malformed(file: file, place: "", problem: "is not a manifest")
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }
      .joined().drop { $0 == "." }.description
  }
}
