import CourseModel

/// Finds in a submission the folder that is laid out like `Exercises/`.
struct Layout {
  var course: Course

  /// Looks in the folder itself, in its `Exercises`, and on through folders that hold but one other.
  func exercises(in path: String, depth: Int = 4) -> String? {
    for candidate in [path, path + "/Exercises", path + "/Solutions"]
    where hasChapters(candidate) {
      return candidate
    }
    let folders = Self.visibleEntries(of: path).map { "\(path)/\($0)" }.filter(Files.isFolder)
    guard depth > 0, folders.count == 1 else { return nil }
    return exercises(in: folders[0], depth: depth - 1)
  }

  func hasChapters(_ path: String) -> Bool {
    course.chapters.contains { Files.isFolder("\(path)/\($0.folder)") }
  }

  /// What a person sees, without what systems add.
  static func visibleEntries(of path: String) -> [String] {
    Files.entries(of: path).filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }
  }
}
