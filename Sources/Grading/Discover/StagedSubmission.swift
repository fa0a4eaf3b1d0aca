import CourseModel

/// A submission, reduced to the files that the course knows.
package struct StagedSubmission {
  var submission: Submission
  package var chapters: [StagedChapter]

  /// The other files of the submission, by their paths.
  var ignored: [String]

  /// Why the submission is not graded at all.
  var invalidReason: String?

  /// What on this machine made it impossible to read.
  var infrastructureError: String?

  var isUnreadable: Bool { invalidReason != nil || infrastructureError != nil }

  var digest: String {
    var digest = SHA256()
    for chapter in chapters { digest.add(chapter.digest.utf8) }
    return digest.hexadecimal
  }
}
