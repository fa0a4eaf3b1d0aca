import CourseModel
import Foundation
import GraderFormats

/// Exercises without their chapters' folders, recognized by the names of their files.
struct LooseFiles {
  var course: Course

  /// The place of a file in the course, such as `01-Tasks/HelloWorld.swift`; `nil` when no chapter
  /// or several chapters have a file of this name.
  ///
  /// Ignores the number that a browser or a platform adds to a second file of the same name.
  func place(of name: String) -> String? {
    let plain = name.replacing(/(?:-\d+| \(\d+\))\.swift$/, with: ".swift")
    let chapters = course.chapters.filter { chapter in
      chapter.manifest.exercises.contains { $0.file == plain }
    }
    return chapters.count == 1 ? "\(chapters[0].folder)/\(plain)" : nil
  }

  /// The files that have a place in the course.
  ///
  /// - Parameter files: Each file's path, and the student's name for it.
  /// - Returns: The paths by place.
  /// - Throws: `UsageError` when two files belong to the same place.
  func places(_ files: [(path: String, name: String)]) throws -> [String: String] {
    var places: [String: (path: String, name: String)] = [:]
    for file in files {
      guard let place = place(of: file.name) else { continue }
      if let other = places[place] {
        let shown = [other, file].map { Self.last($0.path, of: other.name == file.name ? 2 : 1) }
        throw UsageError("\(shown[0]) and \(shown[1]) are the same exercise: keep only one")
      }
      places[place] = file
    }
    return places.mapValues(\.path)
  }

  /// All files with a place in the course, in a folder and a few levels below it.
  ///
  /// - Throws: `UsageError` when two files belong to the same place.
  func find(in folder: String, depth: Int = 4) throws -> [String: String] {
    try places(files(in: folder, depth: depth))
  }

  private func files(in folder: String, depth: Int) -> [(path: String, name: String)] {
    Layout.visibleEntries(of: folder).flatMap { entry -> [(path: String, name: String)] in
      let path = "\(folder)/\(entry)"
      guard Files.isFolder(path) else { return [(path, entry)] }
      // The course's own tests and solutions have the same names.
      guard depth > 0, !["Tests", "Solutions"].contains(entry), !Self.isLink(path) else {
        return []
      }
      return files(in: path, depth: depth - 1)
    }
  }

  /// The last components of a path.
  private static func last(_ path: String, of count: Int) -> String {
    path.split(separator: "/").suffix(count).joined(separator: "/")
  }

  /// Whether a path is a symbolic link, which may lead elsewhere or back here.
  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
