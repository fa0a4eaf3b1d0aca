package import CourseModel
import GraderFormats

/// Finds in a submission the folder that is laid out like `Exercises/`.
package struct Layout {
  var course: Course

  package init(course: Course) { self.course = course }

  /// Looks in the folder itself, in its `Exercises`, and on through folders that hold but one other.
  ///
  /// Where there are more, such as notes beside the work, the work is the only one with chapters: a
  /// folder is found as it would be in an archive, from which nothing else is unpacked.
  func exercises(in path: String, depth: Int = 4) -> String? {
    let own = places(in: path)
    if !own.isEmpty { return chosen(from: own) }
    let folders = Self.visibleEntries(of: path).map { "\(path)/\($0)" }.filter(Files.isFolder)
    guard depth > 0 else { return nil }
    if folders.count == 1 { return exercises(in: folders[0], depth: depth - 1) }
    return chosen(from: folders.flatMap(places))
  }

  /// Where a submission has its chapters, and work in them, in more places than one; else none are
  /// named.
  func rivals(in path: String) -> [String] {
    let own = places(in: path)
    if own.isEmpty {
      let found = Self.visibleEntries(of: path).filter { entry in
        places(in: "\(path)/\(entry)").contains(where: hasWork)
      }
      return found.count > 1 ? found : []
    }
    let found = own.filter(hasWork)
    guard found.count > 1 else { return [] }
    return found.flatMap { place in
      course.chapters.map(\.folder).filter { Files.isFolder("\(place)/\($0)") }.prefix(1)
        .map { "\(place)/\($0)/".dropFirst(path.count + 1).description }
    }
  }

  /// Of several places the one that has work in it; none when more have.
  private func chosen(from places: [String]) -> String? {
    guard places.count > 1 else { return places.first }
    let found = places.filter(hasWork)
    return found.count > 1 ? nil : found.first ?? places.first
  }

  /// The folder itself if it has chapters, and the one in it where the course has them.
  ///
  /// The course's own solutions lie beside them, and are not a student's work.
  package func places(in path: String) -> [String] {
    let own = [path, path + "/Exercises"].filter(hasChapters)
    return own.isEmpty ? [path + "/Solutions"].filter(hasChapters) : own
  }

  /// Whether an exercise in this place is begun.
  private func hasWork(_ path: String) -> Bool {
    course.chapters.contains { chapter in
      chapter.manifest.exercises.contains { exercise in
        let file = "\(path)/\(chapter.folder)/\(exercise.file)"
        guard Files.exists(file) else { return false }
        // What cannot be read is not what the course has handed out.
        return Files.plainContent(file, upTo: Stager.sizeLimit).map { !exercise.isUntouched($0) }
          ?? true
      }
    }
  }

  func hasChapters(_ path: String) -> Bool {
    course.chapters.contains { Files.isFolder("\(path)/\($0.folder)") }
  }

  /// What a person sees, without what systems add.
  static func visibleEntries(of path: String) -> [String] {
    Files.entries(of: path).filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }
  }
}
