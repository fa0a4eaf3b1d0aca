import CourseModel
import Foundation

/// Finds out which submissions a path stands for.
struct SubmissionFinder {
  var course: Course

  private var layout: Layout { Layout(course: course) }

  /// All submissions that the paths stand for, each under a name of its own.
  ///
  /// - Throws: `UsageError` when a path stands for none.
  func find(_ paths: [String]) throws -> [Submission] {
    var found: [Submission] = []
    for path in paths { found += try submissions(at: path) }
    return withDistinctNames(found)
  }

  private func submissions(at path: String) throws -> [Submission] {
    guard !path.isEmpty else { throw UsageError("a path is empty: give a folder of submissions") }
    guard Files.exists(path) else {
      throw UsageError("\(path) does not exist: give a submission or a folder of submissions")
    }
    if !Files.isFolder(path) {
      guard let packed = archive(path) else {
        throw UsageError(
          "\(path) is a file: give a folder laid out like Exercises/, or a .zip, .tar or .tar.gz")
      }
      return [packed]
    }
    if let exercises = ownExercises(in: path) {
      return [Submission(name: name(of: path), source: path, exercises: exercises, root: path)]
    }
    let entries = Layout.visibleEntries(of: path)
    if entries.isEmpty {
      throw UsageError("\(path) is empty: put one folder or archive per submission into it")
    }
    let submissions = entries.map { "\(path)/\($0)" }.compactMap { entry in
      Files.isFolder(entry) ? folder(entry) : archive(entry)
    }
    guard submissions.contains(where: { $0.exercises != nil || $0.archive != nil }) else {
      throw UsageError(
        "\(path) is no submission: it has no chapter folder such as \(course.chapters[0].folder)/")
    }
    return submissions
  }

  /// A folder among others: the work itself, or the archive that somebody has handed in.
  private func folder(_ path: String) -> Submission {
    var submission = Submission(
      name: name(of: path), source: path, exercises: layout.exercises(in: path), root: path)
    guard submission.exercises == nil else { return submission }
    let entries = Layout.visibleEntries(of: path)
    let archives = entries.filter { ArchiveKind.of($0) != nil }
    if archives.count == 1 {
      submission.archive = "\(path)/\(archives[0])"
      submission.ignored = entries.filter { $0 != archives[0] }
    }
    return submission
  }

  private func archive(_ path: String) -> Submission? {
    guard let (_, stem) = ArchiveKind.of(URL(filePath: path).lastPathComponent) else { return nil }
    return Submission(
      name: SubmissionName.of(stem), source: path, exercises: nil, archive: path)
  }

  /// The folder with chapter folders when the path itself is one submission.
  private func ownExercises(in path: String) -> String? {
    for candidate in [path, path + "/Exercises", path + "/Solutions"]
    where layout.hasChapters(candidate) {
      return candidate
    }
    let entries = Layout.visibleEntries(of: path)
    guard entries.count == 1 else { return nil }
    let only = "\(path)/\(entries[0])/Exercises"
    return layout.hasChapters(only) ? only : nil
  }

  private func name(of path: String) -> String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    return last.isEmpty ? path : SubmissionName.of(last)
  }

  private func withDistinctNames(_ submissions: [Submission]) -> [Submission] {
    var taken: Set<String> = []
    return submissions.map { submission in
      var own = submission
      var count = 2
      // Reports are files, and some systems do not tell `Ann` from `ann`.
      while !taken.insert(own.name.lowercased()).inserted {
        own.name = "\(submission.name)-\(count)"
        count += 1
      }
      return own
    }
  }
}
