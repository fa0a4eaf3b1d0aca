/// A submission after the files that the course knows were taken from it.
package struct StagedSubmission {
  var submission: Submission
  package var chapters: [StagedChapter]

  /// What lies in the submission and was not taken.
  var ignored: [String]

  /// Why the submission is not graded at all.
  var invalidReason: String?

  /// What on this machine kept it from being read.
  var infrastructureError: String?

  var isUnreadable: Bool { invalidReason != nil || infrastructureError != nil }

  var digest: String {
    var digest = SHA256()
    for chapter in chapters { digest.add(chapter.digest.utf8) }
    return digest.hexadecimal
  }
}
