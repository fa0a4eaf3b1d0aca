package import CourseModel
import GraderFormats

/// Finds the folder in a submission that is laid out like `Exercises/`.
package struct Layout {
  var course: Course

  package init(course: Course) { self.course = course }

  /// Looks in the folder itself, in its `Exercises`, and then deeper, while a folder holds only one
  /// other folder.
  ///
  /// If it holds more, such as notes beside the work, the one with chapters is taken. So the same
  /// folder is found as in an archive, from which nothing else is unpacked.
  func exercises(in path: String, depth: Int = 4) -> String? {
    let own = places(in: path)
    if !own.isEmpty { return chosen(from: own) }
    let folders = Self.visibleEntries(of: path).map { "\(path)/\($0)" }.filter(Files.isFolder)
    guard depth > 0 else { return nil }
    if folders.count == 1 { return exercises(in: folders[0], depth: depth - 1) }
    return chosen(from: folders.flatMap(places))
  }

  /// The places with chapters and work in them, when there is more than one; otherwise none.
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

  /// The one of several places that has work in it; none when more than one has.
  private func chosen(from places: [String]) -> String? {
    guard places.count > 1 else { return places.first }
    let found = places.filter(hasWork)
    return found.count > 1 ? nil : found.first ?? places.first
  }

  /// The folder itself and its `Exercises`, if they have chapters; otherwise its `Solutions`.
  ///
  /// In a copy of the repository, the course's `Solutions` are not the student's work.
  package func places(in path: String) -> [String] {
    let own = [path, path + "/Exercises"].filter(hasChapters)
    return own.isEmpty ? [path + "/Solutions"].filter(hasChapters) : own
  }

  /// Whether an exercise in this place is started.
  private func hasWork(_ path: String) -> Bool {
    course.chapters.contains { chapter in
      chapter.manifest.exercises.contains { exercise in
        let file = "\(path)/\(chapter.folder)/\(exercise.file)"
        guard Files.exists(file) else { return false }
        // A file that cannot be read is not the stub, either.
        return Files.plainContent(file, upTo: Stager.sizeLimit).map { !exercise.isUntouched($0) }
          ?? true
      }
    }
  }

  func hasChapters(_ path: String) -> Bool {
    course.chapters.contains { Files.isFolder("\(path)/\($0.folder)") }
  }

  /// The entries that a person sees, without those that systems add.
  static func visibleEntries(of path: String) -> [String] {
    Files.entries(of: path).filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }
  }
}
