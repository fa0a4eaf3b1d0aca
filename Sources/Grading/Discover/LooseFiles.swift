import CourseModel
import Foundation
import GraderFormats

/// Exercises that come without their chapters' folders, known by the names of their files.
struct LooseFiles {
  var course: Course

  /// Where in the course a file belongs, `01-Tasks/HelloWorld.swift`; `nil` when nowhere, or when
  /// several chapters have one of this name.
  ///
  /// What a browser or a platform adds to a second file of the same name is taken off.
  func place(of name: String) -> String? {
    let plain = name.replacing(/(?:-\d+| \(\d+\))\.swift$/, with: ".swift")
    let chapters = course.chapters.filter { chapter in
      chapter.manifest.exercises.contains { $0.file == plain }
    }
    return chapters.count == 1 ? "\(chapters[0].folder)/\(plain)" : nil
  }

  /// The files that belong somewhere, by their places.
  ///
  /// - Parameter files: Each file's path, and what the student called it.
  /// - Returns: The paths by places.
  /// - Throws: `UsageError` when two files belong to the same place.
  func places(_ files: [(path: String, name: String)]) throws -> [String: String] {
    var places: [String: (path: String, name: String)] = [:]
    for file in files {
      guard let place = place(of: file.name) else { continue }
      if let other = places[place] {
        let shown = [other, file].map { Self.last($0.path, of: other.name == file.name ? 2 : 1) }
        throw UsageError("\(shown[0]) and \(shown[1]) are the same exercise: leave one")
      }
      places[place] = file
    }
    return places.mapValues(\.path)
  }

  /// All that belongs somewhere in a folder and a few folders down.
  ///
  /// - Throws: `UsageError` when two files belong to the same place.
  func find(in folder: String, depth: Int = 4) throws -> [String: String] {
    try places(files(in: folder, depth: depth))
  }

  private func files(in folder: String, depth: Int) -> [(path: String, name: String)] {
    Layout.visibleEntries(of: folder).flatMap { entry -> [(path: String, name: String)] in
      let path = "\(folder)/\(entry)"
      guard Files.isFolder(path) else { return [(path, entry)] }
      // The course's own tests and answers have the exercises' names.
      guard depth > 0, !["Tests", "Solutions"].contains(entry), !Self.isLink(path) else {
        return []
      }
      return files(in: path, depth: depth - 1)
    }
  }

  /// The last names of a path, as many as asked for.
  private static func last(_ path: String, of count: Int) -> String {
    path.split(separator: "/").suffix(count).joined(separator: "/")
  }

  /// Whether a folder lies elsewhere, or leads back here.
  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
