package import CourseModel
package import Foundation

/// The sources of one chapter as they will be compiled: the student's where there are any.
package struct StagedChapter {
  package var chapter: Chapter

  /// File name to content, the course's own files included.
  package var files: [String: Data]

  /// The exercises that are no longer as the course handed them out.
  package var started: Set<String>

  /// What takes the place of a file that does not compile.
  var substitutes: [String: Data] = [:]

  /// The files of the exercises that are started, in the course's order.
  var startedFiles: [String] {
    chapter.manifest.exercises.filter { started.contains($0.id) }.map(\.file)
  }

  /// The same chapter with the course's files in the place of some of the student's.
  ///
  /// - Throws: `InfrastructureError` when this checkout does not have one of them any more.
  func leaving(out names: Set<String>) throws -> StagedChapter {
    var chapter = self
    for name in names {
      guard let substitute = substitutes[name] else {
        let path = "Exercises/\(self.chapter.folder)/\(name)"
        throw InfrastructureError(
          "\(path) of this checkout is not the stub any more, which is needed to judge the "
            + "exercises beside it: try `git checkout -- \(path)`")
      }
      chapter.files[name] = substitute
    }
    return chapter
  }

  /// The same for chapters with the same sources only, even if somebody tries to make two look alike.
  var digest: String {
    var digest = SHA256()
    digest.add("\(chapter.module)\n".utf8)
    for (name, content) in files.sorted(by: { $0.key < $1.key }) {
      digest.add("\(name)\n\(content.count)\n".utf8)
      digest.add(content)
    }
    return digest.hexadecimal
  }
}
