package import CourseModel

/// Work that was ignored because its folder or file does not have the course's name, or because it
/// is only a placeholder that a system left for the file.
///
/// The student has done it. Without this, the report would say *not started*, and not say why.
package struct Misnamed: Equatable {
  /// What was handed in.
  package var found: String

  /// The course's name for it, such as `01-Tasks/` or `01-Tasks/HelloWorld.swift`.
  package var expected: String

  /// Whether this is the placeholder that a Mac shows for a file that is still in iCloud.
  package var isPlaceholder: Bool { found.hasSuffix(".icloud") }

  /// What to do about it.
  package var words: String {
    isPlaceholder
      ? "\(found) was ignored: the file itself is still in iCloud, download \(expected) first"
      : "\(found) was ignored: its name should be \(expected)"
  }

  /// Finds, among the ignored paths, those that look like exercises that are not started.
  ///
  /// - Parameters:
  ///   - ignored: The paths that were ignored.
  ///   - started: The exercises that are started.
  ///   - course: The course.
  /// - Returns: Each folder or file once, in the order of the course.
  package static func find(in ignored: [String], started: Set<String>, of course: Course)
    -> [Misnamed]
  {
    let paths = ignored.filter { !$0.hasPrefix("__MACOSX") }
      .map { $0.split(separator: "/").map(String.init) }
    return course.chapters.flatMap { chapter -> [Misnamed] in
      let open = chapter.manifest.exercises.filter { !started.contains($0.id) }
      if open.count == chapter.manifest.exercises.count,
        let folder = paths.lazy.compactMap({ folder(in: $0, like: chapter) }).first
      {
        return [Misnamed(found: folder, expected: "\(chapter.folder)/")]
      }
      return open.compactMap { exercise in
        paths.first { isFile($0, like: exercise.file, in: chapter.folder) }.map {
          Misnamed(
            found: $0.joined(separator: "/"), expected: "\(chapter.folder)/\(exercise.file)")
        }
      }
    }
  }

  private static func folder(in path: [String], like chapter: Chapter) -> String? {
    // Not chapters: the course's folders such as `Channels`, a chapter's name without its number.
    guard let place = path.firstIndex(where: { $0 != chapter.folder && alike($0, chapter.folder) }),
      path[place].first?.isNumber == true || path.count == 1,
      place == path.count - 1 || path.last?.hasSuffix(".swift") == true
    else { return nil }
    return path[...place].joined(separator: "/") + "/"
  }

  private static func isFile(_ path: [String], like file: String, in folder: String) -> Bool {
    guard path.count > 1, path[path.count - 2] == folder, let name = path.last else { return false }
    if name == ".\(file).icloud" { return true }
    guard name.lowercased().hasSuffix(".swift"), name != file
    else { return false }
    let stem = letters(String(name.dropLast(6)))
    let own = letters(String(file.dropLast(6)))
    return stem == own || stem == own + "copy"
  }

  private static func alike(_ one: String, _ other: String) -> Bool {
    letters(one) == letters(other)
  }

  /// Only the letters, because systems, browsers and people mostly change the other characters.
  private static func letters(_ name: String) -> String {
    String(name.lowercased().filter(\.isLetter))
  }
}

extension SubmissionResult {
  /// What looks like work and was ignored because of its name.
  package func misnamed(in course: Course) -> [Misnamed] {
    let started = chapters.flatMap(\.exercises).filter(\.isStarted).map(\.id)
    // With `--chapter`, the other exercises have no result; that does not mean "not started".
    let graded = Set(chapters.flatMap(\.exercises).map(\.id))
    let others = course.chapters.flatMap(\.manifest.exercises).map(\.id)
      .filter { !graded.contains($0) }
    return Misnamed.find(in: ignored, started: Set(started + others), of: course)
  }

  /// Sources that were handed in beside a chapter's exercises, which the compiler never sees.
  package func helperFiles(in chapter: Chapter) -> [String] {
    let taken = chapter.manifest.exercises.map(\.file)
    return ignored.filter { path in
      let parts = path.split(separator: "/").map(String.init)
      return parts.suffix(2).first == chapter.folder && !parts.contains("Tests")
        && !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
        && path.hasSuffix(".swift") && !taken.contains(parts.last ?? "")
    }
  }
}
