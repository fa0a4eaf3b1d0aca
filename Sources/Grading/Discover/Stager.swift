package import CourseModel
import Foundation
import GraderFormats

/// Takes only the files that the course knows from a submission.
package struct Stager {
  static let sizeLimit = 1 << 20

  var course: Course

  /// Unpacks archives; without it, an archive is an error.
  var unpacker: Unpacker?

  /// The folder in which archives are unpacked for a moment.
  var scratch: String
  var stubs: [String: [String: Data]]

  /// The exercises whose stubs are as the course hands them out.
  private var pristine: Set<String> = []

  /// Reads the course's own files once.
  init(
    course: Course, unpacker: Unpacker? = nil, scratch: String = NSTemporaryDirectory()
  ) {
    self.course = course
    self.unpacker = unpacker
    self.scratch = scratch
    stubs = [:]
    for chapter in course.chapters {
      let folder = "\(course.root)/Exercises/\(chapter.folder)"
      // Other files there belong to this checkout only: they must not become part of a submission.
      for exercise in chapter.manifest.exercises {
        stubs[chapter.folder, default: [:]][exercise.file] =
          FileManager.default.contents(atPath: "\(folder)/\(exercise.file)")
        guard let stub = stubs[chapter.folder]?[exercise.file] else { continue }
        if exercise.isUntouched(stub) { pristine.insert(exercise.id) }
      }
    }
  }

  func stage(_ submission: Submission) -> StagedSubmission {
    var staged = StagedSubmission(
      submission: submission, chapters: [], ignored: submission.ignored)
    do {
      if let invalidReason = submission.invalidReason { throw UsageError(invalidReason) }
      if let archive = submission.archive {
        if let root = submission.root { try refuseLeaving(archive, root) }
        try stage(archive: archive, into: &staged)
      } else if !submission.loose.isEmpty {
        try stage(loose: submission.loose, into: &staged)
      } else {
        let root = submission.root ?? submission.exercises ?? submission.source
        try stage(folder: submission.exercises, root: root, into: &staged)
      }
    } catch let failure {
      var error = failure
      if submission.archive != nil {
        // An archive that did not fit is not a broken archive.
        do { try Machine.checkRoom(at: scratch) } catch let full { error = full }
      }
      staged.chapters = []
      let words = InfrastructureError.message(for: error)
      if error is UsageError {
        staged.invalidReason = words
      } else {
        staged.infrastructureError = words
      }
    }
    return staged
  }

  private func stage(archive: String, into staged: inout StagedSubmission) throws {
    guard let unpacker, let (kind, _) = ArchiveKind.of(archive) else {
      throw InfrastructureError("\(archive) cannot be unpacked here")
    }
    try WorkFolders.with("unpack", in: scratch) { folder in
      let content = try unpacker.unpack(archive, kind: kind, into: folder)
      switch content.work {
      case .chapters(let exercises): try stage(folder: exercises, root: folder, into: &staged)
      case .loose(let files): try stage(loose: files, into: &staged)
      case .archive, .nothing(reason: nil): try stage(folder: nil, root: folder, into: &staged)
      case .nothing(let reason?): throw UsageError(reason)
      }
      staged.ignored = staged.submission.ignored + content.ignored
    }
  }

  private func stage(loose files: [String: String], into staged: inout StagedSubmission) throws {
    for chapter in course.chapters {
      staged.chapters.append(
        try stage(chapter, from: "") { files["\(chapter.folder)/\($0)"] ?? "" })
    }
  }

  private func stage(
    folder exercises: String?, root: String, into staged: inout StagedSubmission
  ) throws {
    guard let exercises else {
      for folder in [root, root + "/Exercises", root + "/Solutions"] {
        try Files.makeSureItCanBeRead(folder)
      }
      let rivals = Layout(course: course).rivals(in: root)
      guard rivals.isEmpty else {
        throw UsageError(
          "chapter folders in several places (\(rivals.joined(separator: ", "))): keep only one")
      }
      throw UsageError("no chapter folder such as \(course.chapters[0].folder)/ in it")
    }
    for chapter in course.chapters {
      let folder = "\(exercises)/\(chapter.folder)"
      staged.chapters.append(try stage(chapter, from: folder, root: root))
    }
    staged.ignored += ignoredEntries(in: exercises)
  }

  /// Combines a chapter from the student's files and the course's.
  ///
  /// - Throws: `UsageError` when a file cannot be used.
  package func stage(_ chapter: Chapter, from folder: String, root: String? = nil) throws
    -> StagedChapter
  {
    if let root, Files.exists(folder) { try refuseLeaving(folder, root) }
    try Files.makeSureItCanBeRead(folder)
    return try stage(chapter, from: folder) { "\(folder)/\($0)" }
  }

  private func stage(
    _ chapter: Chapter, from folder: String, path: (_ file: String) -> String
  ) throws -> StagedChapter {
    var files = stubs[chapter.folder] ?? [:]
    var started: Set<String> = []
    var substitutes: [String: Data] = [:]
    for exercise in chapter.manifest.exercises {
      let isPristine = pristine.contains(exercise.id)
      guard let content = try content(of: path(exercise.file)) else {
        if isPristine { continue }
        throw UsageError(
          "\(chapter.folder)/\(exercise.file) is missing, and this checkout's own is no longer "
            + "the stub: try `git checkout -- Exercises/\(chapter.folder)/\(exercise.file)`")
      }
      let isUntouched = exercise.isUntouched(content)
      if !isUntouched {
        started.insert(exercise.id)
        substitutes[exercise.file] = substitute(for: exercise, of: chapter, in: folder)
      }
      // An untouched file may differ in comments. The course's own makes equal code equal bytes.
      if !isUntouched || !isPristine { files[exercise.file] = content }
    }
    return StagedChapter(
      chapter: chapter, files: files, started: started, substitutes: substitutes)
  }

  /// The chapter as the course hands it out, graded as if every exercise had been started.
  package func stubs(of chapter: Chapter) -> StagedChapter {
    let files = stubs[chapter.folder] ?? [:]
    return StagedChapter(
      chapter: chapter, files: files, started: Set(chapter.manifest.exercises.map(\.id)),
      substitutes: files)
  }

  /// What is compiled instead of a file that does not compile.
  ///
  /// A student who works in this checkout no longer has the stubs. There the solutions, which
  /// declare the same, are used instead. Work that was handed in must never get to call a solution.
  private func substitute(
    for exercise: Exercise, of chapter: Chapter, in folder: String
  ) -> Data? {
    if pristine.contains(exercise.id) { return stubs[chapter.folder]?[exercise.file] }
    guard folder == "\(course.root)/Exercises/\(chapter.folder)" else { return nil }
    let solution = "\(course.root)/Solutions/\(chapter.folder)/\(exercise.file)"
    return FileManager.default.contents(atPath: solution)
  }

  /// Refuses a folder or an archive that is a link to another place, such as someone else's work.
  private func refuseLeaving(_ folder: String, _ root: String) throws {
    guard let real = realpath(folder, nil), let top = realpath(root, nil) else { return }
    defer {
      free(real)
      free(top)
    }
    guard !(String(cString: real) + "/").hasPrefix(String(cString: top) + "/") else { return }
    let name = folder.split(separator: "/").last ?? ""
    throw UsageError("\(name) is a link that leaves the submission")
  }

  private func content(of path: String) throws -> Data? {
    let shown = path.split(separator: "/").suffix(2).joined(separator: "/")
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      try Files.makeSureItCanBeRead(path)
      return nil
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw UsageError("\(shown) is not a plain file")
    }
    // Checked only for unpacked files: those of a folder may be shared with a backup.
    guard !path.hasPrefix(scratch + "/") || attributes[.referenceCount] as? Int == 1 else {
      throw UsageError("\(shown) is a hard link to another file")
    }
    let size = attributes[.size] as? Int ?? 0
    guard size <= Self.sizeLimit else {
      throw UsageError("\(shown) has \(size) bytes, more than \(Self.sizeLimit)")
    }
    try Files.makeSureItCanBeRead(path)
    guard let content = FileManager.default.contents(atPath: path) else {
      throw InfrastructureError("\(shown) cannot be read: check the disk")
    }
    return content
  }

  /// The entries that were not taken; of a folder that is not a chapter, only its name.
  private func ignoredEntries(in exercises: String) -> [String] {
    var ignored: [String] = []
    for entry in Files.entries(of: exercises) {
      guard let chapter = course.chapters.first(where: { $0.folder == entry }) else {
        ignored.append(entry)
        continue
      }
      let known = chapter.manifest.exercises.map(\.file) + ["README.md", "chapter.json"]
      ignored += Files.entries(of: "\(exercises)/\(entry)").filter { !known.contains($0) }
        .map { "\(entry)/\($0)" }
    }
    return ignored.sorted()
  }
}

extension Exercise {
  /// Whether a file still has the code of the stub.
  func isUntouched(_ content: Data) -> Bool {
    fingerprint(ofSwiftSource: String(decoding: content, as: UTF8.self)) == stub
  }
}
