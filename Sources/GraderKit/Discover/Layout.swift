import CourseModel

/// Finds in a submission the folder that is laid out like `Exercises/`.
struct Layout {
  var course: Course

  /// Looks in the folder itself, in its `Exercises`, and on through folders that hold but one other.
  ///
  /// Where there are more, such as notes beside the work, the work is the only one with chapters: a
  /// folder is found as it would be in an archive, from which nothing else is unpacked.
  func exercises(in path: String, depth: Int = 4) -> String? {
    if let own = ownExercises(in: path) { return own }
    let folders = Self.visibleEntries(of: path).map { "\(path)/\($0)" }.filter(Files.isFolder)
    guard depth > 0 else { return nil }
    if folders.count == 1 { return exercises(in: folders[0], depth: depth - 1) }
    let found = folders.compactMap(ownExercises)
    return found.count == 1 ? found[0] : nil
  }

  /// Where a submission has its chapters in more places than one; else none are named.
  func rivals(in path: String) -> [String] {
    let found = Self.visibleEntries(of: path).filter { ownExercises(in: "\(path)/\($0)") != nil }
    return found.count > 1 ? found : []
  }

  /// The folder with chapters when it is this one, or the one in it where the course has them.
  private func ownExercises(in path: String) -> String? {
    [path, path + "/Exercises", path + "/Solutions"].first(where: hasChapters)
  }

  func hasChapters(_ path: String) -> Bool {
    course.chapters.contains { Files.isFolder("\(path)/\($0.folder)") }
  }

  /// What a person sees, without what systems add.
  static func visibleEntries(of path: String) -> [String] {
    Files.entries(of: path).filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }
  }
}
