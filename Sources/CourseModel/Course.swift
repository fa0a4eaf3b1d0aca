#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All chapters of one checkout of the course, in order.
///
///     let course = try Course(root: ".")
///     course.points   // the highest possible score
public struct Course: Hashable, Sendable {
  /// The folder that holds `Exercises`, `Solutions` and `Tests`.
  public var root: String

  /// The chapters by number.
  public var chapters: [Chapter]

  /// The points of all chapters together.
  public var points: Int { chapters.reduce(0) { $0 + $1.manifest.points } }

  /// Reads every manifest under `root`.
  ///
  /// - Parameter root: The folder that holds `Exercises`.
  /// - Throws: `ManifestError` when there is no chapter or a manifest cannot be used.
  public init(root: String) throws {
    let exercises = root + "/Exercises"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: exercises)) ?? []
    self.root = root
    chapters =
      try folders
      .filter { FileManager.default.fileExists(atPath: "\(exercises)/\($0)/chapter.json") }
      .map {
        Chapter(folder: $0, manifest: try ManifestReader.read("\(exercises)/\($0)/chapter.json"))
      }
      .sorted { ($0.manifest.number, $0.folder) < ($1.manifest.number, $1.folder) }
    if chapters.isEmpty { throw ManifestError.noChapters(root) }
  }

  /// Makes a course of chapters that were read or made elsewhere.
  public init(root: String, chapters: [Chapter]) {
    self.root = root
    self.chapters = chapters
  }

  /// Reads the manifest of one chapter only.
  ///
  /// - Parameters:
  ///   - folder: The chapter's folder, as in `03-Channels`.
  ///   - root: The folder that holds `Exercises`.
  /// - Returns: The chapter.
  /// - Throws: `ManifestError` when its manifest cannot be used.
  public static func chapter(_ folder: String, root: String) throws -> Chapter {
    let path = "\(root)/Exercises/\(folder)/chapter.json"
    return Chapter(folder: folder, manifest: try ManifestReader.read(path))
  }

  /// Finds the checkout that a file belongs to: the nearest folder above it with a `Package.swift`.
  ///
  /// - Parameter file: The path of a file or folder in the checkout.
  /// - Returns: The folder, or `nil` when none has one.
  public static func root(above file: String) -> String? {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if FileManager.default.fileExists(atPath: folder + "/Package.swift") { return String(folder) }
    }
    return nil
  }

  /// The chapter and the exercise with this id, if the course has it.
  public func exercise(_ id: String) -> (chapter: Chapter, exercise: Exercise)? {
    for chapter in chapters {
      if let exercise = chapter.exercise(id) { return (chapter, exercise) }
    }
    return nil
  }
}
