import CourseModel
import Foundation

/// The sources of one chapter as they will be compiled: the student's where there are any.
struct StagedChapter {
  var chapter: Chapter

  /// File name to content, the course's own files included.
  var files: [String: Data]

  /// The exercises that are no longer as the course handed them out.
  var started: Set<String>

  /// Tells chapters with the same sources apart from others.
  var digest: String {
    var digest = Digest()
    digest.add(chapter.module)
    for (name, content) in files.sorted(by: { $0.key < $1.key }) {
      digest.add(name)
      digest.add(String(content.count))
      digest.add(content)
    }
    return digest.hexadecimal
  }
}
