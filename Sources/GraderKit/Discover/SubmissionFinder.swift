import CourseModel
import Foundation

/// Finds out which submissions a path stands for.
struct SubmissionFinder {
  var course: Course

  /// All submissions that the paths stand for, each under a name of its own.
  ///
  /// - Throws: `UsageError` when a path stands for none.
  func find(_ paths: [String]) throws -> [Submission] {
    var found: [Submission] = []
    for path in paths { found += try submissions(at: path) }
    return withDistinctNames(found)
  }

  private func submissions(at path: String) throws -> [Submission] {
    guard Files.exists(path) else {
      throw UsageError("\(path) does not exist: give a submission or a folder of submissions")
    }
    guard Files.isFolder(path) else {
      throw UsageError("\(path) is a file: give a folder laid out like Exercises/")
    }
    if let exercises = exercisesFolder(in: path) {
      return [Submission(name: name(of: path), source: path, exercises: exercises)]
    }
    let entries = visibleEntries(of: path)
    if entries.isEmpty {
      throw UsageError("\(path) is empty: put one folder per submission into it")
    }
    let nested = entries.map { "\(path)/\($0)" }.filter(Files.isFolder)
    let submissions = nested.map {
      Submission(name: name(of: $0), source: $0, exercises: exercisesFolder(in: $0))
    }
    guard submissions.contains(where: { $0.exercises != nil }) else {
      throw UsageError(
        "\(path) is no submission: it has no chapter folder such as \(course.chapters[0].folder)/")
    }
    return submissions
  }

  /// The folder with chapter folders in it: this one, its `Exercises`, or those of an only child.
  private func exercisesFolder(in path: String) -> String? {
    for candidate in [path, path + "/Exercises", path + "/Solutions"]
    where hasChapters(candidate) {
      return candidate
    }
    let children = visibleEntries(of: path).map { "\(path)/\($0)" }.filter(Files.isFolder)
    guard children.count == 1, visibleEntries(of: path).count == 1 else { return nil }
    return [children[0] + "/Exercises"].first(where: hasChapters)
  }

  private func hasChapters(_ path: String) -> Bool {
    course.chapters.contains { Files.isFolder("\(path)/\($0.folder)") }
  }

  private func visibleEntries(of path: String) -> [String] {
    Files.entries(of: path).filter { !$0.hasPrefix(".") }
  }

  private func name(of path: String) -> String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    return last.isEmpty ? path : last
  }

  private func withDistinctNames(_ submissions: [Submission]) -> [Submission] {
    var uses: [String: Int] = [:]
    return submissions.map { submission in
      var submission = submission
      uses[submission.name, default: 0] += 1
      if let count = uses[submission.name], count > 1 { submission.name += "-\(count)" }
      return submission
    }
  }
}
