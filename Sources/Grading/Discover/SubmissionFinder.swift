package import CourseModel
import Foundation
import GraderFormats

/// Finds the submissions at a path.
package struct SubmissionFinder {
  var course: Course

  /// The folder for the reports: if it lies among the submissions, it is not one of them.
  var output: String?

  package init(course: Course, output: String? = nil) {
    self.course = course
    self.output = output
  }

  private var layout: Layout { Layout(course: course) }

  /// All submissions at the paths, each with a name of its own.
  ///
  /// - Throws: `UsageError` when there is none at a path.
  package func find(_ paths: [String]) throws -> [Submission] {
    var found: [Submission] = []
    // `class` and `class/` must give the same results.
    for path in paths { found += try submissions(at: path.withoutTrailingSlash) }
    let names = SubmissionName.distinct(found.map { ($0.name, $0.tags) })
    for (index, name) in names.enumerated() { found[index].name = name }
    return found
  }

  /// The files among the submissions that are not a student's work, such as a list of grades.
  package func strays(in paths: [String]) -> [String] {
    paths.filter(isClass).flatMap { path in
      groups(in: path).filter { submission($0, in: path) == nil }.flatMap(\.entries)
    }
  }

  /// Whether a path is a folder of submissions, so that a student who is not in it has left.
  package func isClass(_ path: String) -> Bool { Files.isFolder(path) && !isSubmission(path) }

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
    if isSubmission(path) { return [folder(path)] }
    let entries = Layout.visibleEntries(of: path)
    if entries.isEmpty {
      throw UsageError("\(path) is empty: put one folder or archive per submission into it")
    }
    let submissions = groups(in: path).compactMap { submission($0, in: path) }
      .filter { !isForReports($0) }
    // A folder whose work cannot be used deserves a row; a folder of other things does not.
    guard submissions.contains(where: { $0.hasWork || $0.invalidReason != nil && $0.root != nil })
    else {
      throw UsageError(
        "\(path) is not a submission: it has no chapter folder such as \(course.chapters[0].folder)/"
      )
    }
    return submissions
  }

  /// Whether a submission has no work, and is only the folder of the reports or a folder above it.
  private func isForReports(_ submission: Submission) -> Bool {
    guard let output, !submission.hasWork else { return false }
    let paths = [output, submission.source].map {
      URL(filePath: $0).resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
    }
    return (paths[0] + "/").hasPrefix(paths[1] + "/")
  }

  private func groups(in path: String) -> [ClassFolder.Group] {
    ClassFolder(course: course).groups(of: Layout.visibleEntries(of: path))
  }

  /// The submission of one student; `nil` when the entries are not anyone's work.
  private func submission(_ group: ClassFolder.Group, in path: String) -> Submission? {
    var submission = work(of: group, in: path)
    if let name = group.name {
      submission?.name = name.shown
      submission?.tags = name.tags
    }
    return submission
  }

  private func work(of group: ClassFolder.Group, in path: String) -> Submission? {
    let parts = group.entries.compactMap { entry -> Submission? in
      let place = "\(path)/\(entry)"
      return Files.isFolder(place) ? folder(place) : archive(place)
    }
    let files = group.entries.filter { !Files.isFolder("\(path)/\($0)") }
    let works = parts.filter(\.hasWork)
    guard
      var found = works.first ?? (group.name == nil ? nil : loose(files, in: path)) ?? parts.first
    else {
      return files.lazy.compactMap { invalid("\(path)/\($0)") }.first
    }
    if works.count > 1 {
      let names = works.prefix(3).map { URL(filePath: $0.source).lastPathComponent }
      found.exercises = nil
      found.archive = nil
      found.loose = [:]
      found.invalidReason =
        "handed in \(works.count) times (\(names.joined(separator: ", "))): keep only one"
    }
    let taken = found.loose.values + [found.source]
    found.ignored += group.entries.filter { !taken.contains("\(path)/\($0)") }
    return found
  }

  /// Single files that a platform has renamed, without the folders that they were in.
  private func loose(_ entries: [String], in path: String) -> Submission? {
    let files = entries.compactMap { entry in
      ClassFolder.file(of: entry).map { (path: "\(path)/\(entry)", name: $0) }
    }
    guard let first = files.first else { return nil }
    var submission = Submission(name: "", source: first.path)
    do {
      submission.loose = try LooseFiles(course: course).places(files)
      return submission.loose.isEmpty ? nil : submission
    } catch {
      submission.invalidReason = "\(error)"
      return submission
    }
  }

  /// The submission in a folder, which has the work itself or an archive of it.
  private func folder(_ path: String) -> Submission {
    var submission = Submission(name: name(of: path), source: path, root: path)
    switch WorkSearch(course: course).work(in: path) {
    case .chapters(let folder):
      submission.exercises = folder
    case .loose(let files):
      submission.loose = files
    case .archive(let archive):
      submission.archive = archive
      let own = archive.dropFirst(path.count + 1).prefix { $0 != "/" }
      submission.ignored = Layout.visibleEntries(of: path).filter { $0 != own }
    case .nothing(let reason):
      submission.invalidReason = reason
    }
    return submission
  }

  /// A file that seems to be someone's work but cannot be opened; `nil` for any other file.
  private func invalid(_ path: String) -> Submission? {
    let file = URL(filePath: path).lastPathComponent
    let reason: String
    if !Files.exists(path),
      (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
    {
      reason = "its name is not UTF-8: rename it"
    } else if ArchiveKind.isForeign(file) || SubmissionName(file)?.isReceipt == false {
      reason = "it is not a .zip, .tar or .tar.gz: pack it again as one of these"
    } else {
      return nil
    }
    return Submission(name: file, source: path, exercises: nil, invalidReason: reason)
  }

  private func archive(_ path: String) -> Submission? {
    guard let (_, stem) = ArchiveKind.of(URL(filePath: path).lastPathComponent) else { return nil }
    return Submission(
      name: SubmissionName(stem)?.shown ?? stem, source: path, exercises: nil, archive: path)
  }

  /// Whether the path is one submission, not a folder of submissions.
  private func isSubmission(_ path: String) -> Bool {
    if !layout.places(in: path).isEmpty { return true }
    let entries = Layout.visibleEntries(of: path)
    let loose = LooseFiles(course: course)
    if entries.allSatisfy({ !Files.isFolder("\(path)/\($0)") && ArchiveKind.of($0) == nil }),
      entries.contains(where: { loose.place(of: $0) != nil })
    {
      return true
    }
    return entries.count == 1 && layout.hasChapters("\(path)/\(entries[0])/Exercises")
  }

  private func name(of path: String) -> String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    return last.isEmpty ? path : SubmissionName(last)?.shown ?? last
  }
}
