import CourseModel
import Foundation

/// Takes from a submission the files that the course knows, and nothing else.
struct Stager {
  static let sizeLimit = 1 << 20

  var course: Course
  var stubs: [String: [String: Data]]

  /// Reads the course's own files once.
  init(course: Course) {
    self.course = course
    stubs = [:]
    for chapter in course.chapters {
      let folder = "\(course.root)/Exercises/\(chapter.folder)"
      for name in Files.entries(of: folder) where name.hasSuffix(".swift") {
        stubs[chapter.folder, default: [:]][name] =
          FileManager.default.contents(atPath: "\(folder)/\(name)")
      }
    }
  }

  func stage(_ submission: Submission) -> StagedSubmission {
    var staged = StagedSubmission(submission: submission, chapters: [], ignored: [])
    guard let exercises = submission.exercises else {
      let example = course.chapters[0].folder
      staged.refusal = "no chapter folder such as \(example)/ in it"
      return staged
    }
    do {
      for chapter in course.chapters {
        staged.chapters.append(try stage(chapter, from: "\(exercises)/\(chapter.folder)"))
      }
      staged.ignored = ignoredEntries(in: exercises)
    } catch {
      staged.chapters = []
      staged.refusal = "\(error)"
    }
    return staged
  }

  /// Puts a chapter together from the student's files and the course's.
  ///
  /// - Throws: `UsageError` when a file cannot be taken as it is.
  func stage(_ chapter: Chapter, from folder: String) throws -> StagedChapter {
    var files = stubs[chapter.folder] ?? [:]
    var started: Set<String> = []
    for exercise in chapter.manifest.exercises {
      let isPristine = files[exercise.file].map { exercise.isUntouched($0) } ?? false
      guard let content = try content(of: "\(folder)/\(exercise.file)") else {
        if isPristine { continue }
        throw UsageError(
          "\(chapter.folder)/\(exercise.file) is missing, and this checkout's own is not the "
            + "stub any more: try `git checkout -- Exercises/\(chapter.folder)/\(exercise.file)`")
      }
      let isUntouched = exercise.isUntouched(content)
      if !isUntouched { started.insert(exercise.id) }
      // The course's own text where it can be, so that equal code is the same to the byte.
      if !isUntouched || !isPristine { files[exercise.file] = content }
    }
    return StagedChapter(chapter: chapter, files: files, started: started)
  }

  private func content(of path: String) throws -> Data? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    let shown = path.split(separator: "/").suffix(2).joined(separator: "/")
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw UsageError("\(shown) is not a plain file")
    }
    let size = attributes[.size] as? Int ?? 0
    guard size <= Self.sizeLimit else {
      throw UsageError("\(shown) has \(size) bytes, more than \(Self.sizeLimit)")
    }
    return FileManager.default.contents(atPath: path)
  }

  /// What lies beside the files that were taken; build products and history only by their names.
  private func ignoredEntries(in exercises: String) -> [String] {
    var ignored: [String] = []
    for entry in Files.entries(of: exercises) {
      guard let chapter = course.chapters.first(where: { $0.folder == entry }) else {
        ignored.append(entry)
        continue
      }
      let known = chapter.manifest.exercises.map(\.file) + ["README.md", "chapter.json"]
      let own = Array((stubs[chapter.folder] ?? [:]).keys)
      ignored += Files.entries(of: "\(exercises)/\(entry)")
        .filter { !known.contains($0) && !own.contains($0) }
        .map { "\(entry)/\($0)" }
    }
    return ignored.sorted()
  }
}

extension Exercise {
  /// Whether a file still has the code that the course handed out.
  fileprivate func isUntouched(_ content: Data) -> Bool {
    fingerprint(ofSwiftSource: String(decoding: content, as: UTF8.self)) == stub
  }
}
