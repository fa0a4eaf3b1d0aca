package import CourseModel
import Foundation
import GraderFormats

/// Finds out which submissions a path stands for.
package struct SubmissionFinder {
  var course: Course

  /// Where the reports go; among the submissions it is not a student's work.
  var output: String?

  package init(course: Course, output: String? = nil) {
    self.course = course
    self.output = output
  }

  private var layout: Layout { Layout(course: course) }

  /// All submissions that the paths stand for, each under a name of its own.
  ///
  /// - Throws: `UsageError` when a path stands for none.
  package func find(_ paths: [String]) throws -> [Submission] {
    var found: [Submission] = []
    // `class` and `class/` are the same, in the results too.
    for path in paths { found += try submissions(at: path.withoutTrailingSlash) }
    for (index, name) in found.map(\.name).distinct.enumerated() { found[index].name = name }
    return found
  }

  /// The files among the submissions that are not a student's work, such as a list of grades.
  package func strays(in paths: [String]) -> [String] {
    paths.filter { Files.isFolder($0) && !isSubmission($0) }.flatMap { path in
      Layout.visibleEntries(of: path).filter { name in
        let entry = "\(path)/\(name)"
        return !Files.isFolder(entry) && archive(entry) == nil && refused(entry) == nil
      }
    }
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
    do { try Files.makeSureItCanBeRead(path) } catch { throw UsageError("\(error)") }
    if isSubmission(path) {
      return [
        Submission(
          name: name(of: path), source: path, exercises: layout.exercises(in: path), root: path)
      ]
    }
    let entries = Layout.visibleEntries(of: path)
    if entries.isEmpty {
      throw UsageError("\(path) is empty: put one folder or archive per submission into it")
    }
    let submissions = entries.map { "\(path)/\($0)" }.compactMap { entry in
      Files.isFolder(entry) ? folder(entry) : archive(entry) ?? refused(entry)
    }
    .filter { !isForReports($0) }
    guard submissions.contains(where: { $0.exercises != nil || $0.archive != nil }) else {
      throw UsageError(
        "\(path) is no submission: it has no chapter folder such as \(course.chapters[0].folder)/")
    }
    return submissions
  }

  /// Whether the reports of this run or an earlier one lie there, and no work.
  private func isForReports(_ submission: Submission) -> Bool {
    guard let output, submission.exercises == nil, submission.archive == nil else { return false }
    let paths = [output, submission.source].map {
      URL(filePath: $0).resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
    }
    return (paths[0] + "/").hasPrefix(paths[1] + "/")
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

  /// What somebody seems to have handed in, though nobody can open it; other files are not work.
  private func refused(_ path: String) -> Submission? {
    let file = URL(filePath: path).lastPathComponent
    let reason: String
    if !Files.exists(path),
      (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
    {
      reason = "its name is not UTF-8: rename it"
    } else if ArchiveKind.isForeign(file) || SubmissionName.isFromPlatform(file) {
      reason = "it is no .zip, .tar or .tar.gz: pack it again as one of these"
    } else {
      return nil
    }
    return Submission(name: SubmissionName.of(file), source: path, exercises: nil, refusal: reason)
  }

  private func archive(_ path: String) -> Submission? {
    guard let (_, stem) = ArchiveKind.of(URL(filePath: path).lastPathComponent) else { return nil }
    return Submission(
      name: SubmissionName.of(stem), source: path, exercises: nil, archive: path)
  }

  /// Whether the path itself is one submission, not a folder of them.
  private func isSubmission(_ path: String) -> Bool {
    if !layout.places(in: path).isEmpty { return true }
    let entries = Layout.visibleEntries(of: path)
    return entries.count == 1 && layout.hasChapters("\(path)/\(entries[0])/Exercises")
  }

  private func name(of path: String) -> String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    return last.isEmpty ? path : SubmissionName.of(last)
  }
}
