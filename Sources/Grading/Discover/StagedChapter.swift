package import CourseModel
package import Foundation

/// The sources of one chapter as they will be compiled: the student's files, and the course's for
/// those that are missing.
package struct StagedChapter {
  package var chapter: Chapter

  /// The content by file name, the course's own files included.
  package var files: [String: Data]

  /// The exercises whose files differ from the stubs.
  package var started: Set<String>

  /// By file name: what replaces a file that does not compile.
  var substitutes: [String: Data] = [:]

  /// The files of the exercises that are started, in the course's order.
  var startedFiles: [String] {
    chapter.manifest.exercises.filter { started.contains($0.id) }.map(\.file)
  }

  /// The same chapter, with some of the student's files replaced by the course's.
  ///
  /// - Throws: `InfrastructureError` when this checkout no longer has one of the course's files.
  func leaving(out names: Set<String>) throws -> StagedChapter {
    var chapter = self
    for name in names {
      guard let substitute = substitutes[name] else {
        let path = "Exercises/\(self.chapter.folder)/\(name)"
        throw InfrastructureError(
          "\(path) of this checkout is no longer the stub, which is needed to judge the other "
            + "exercises of the chapter: try `git checkout -- \(path)`")
      }
      chapter.files[name] = substitute
    }
    return chapter
  }

  /// Equal only for chapters with equal sources, even if someone tries to forge a second one.
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
