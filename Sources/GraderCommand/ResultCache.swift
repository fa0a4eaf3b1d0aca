import CourseModel
import Foundation
import GraderFormats

/// Stores each result in a file of its own at once, so that a killed run loses nothing, and reads
/// the results of an earlier run.
struct ResultCache {
  /// A stored result, with what must be the same when it is used again.
  private struct Entry: Codable {
    var cacheKey: String
    var result: SubmissionResult
  }

  /// The folder for the reports.
  var output: String

  /// Identifies the course, the grader, the compiler, and the options that change verdicts.
  var cacheKey: String

  private var folder: String { output + "/.graded" }

  /// Stores a result; a full disk is noticed later, when the reports are written.
  func note(_ result: SubmissionResult) {
    guard result.status == .graded,
      let data = try? JSONEncoder().encode(Entry(cacheKey: cacheKey, result: result))
    else { return }
    try? Files.makeFolder(folder)
    try? Files.write(data, to: "\(folder)/\(file(of: result.name))")
  }

  /// The results of earlier runs with the same cache key, by the submission's name.
  func known() -> [String: SubmissionResult] {
    var known: [String: SubmissionResult] = [:]
    for file in Files.entries(of: folder) {
      let entry: Entry? = Files.decoded("\(folder)/\(file)")
      guard let entry, entry.cacheKey == cacheKey else { continue }
      known[entry.result.name] = entry.result
    }
    return known
  }

  /// A file name that is valid on any system, even if the submission's name is not.
  private func file(of name: String) -> String {
    var digest = Digest()
    digest.add(name)
    return digest.hexadecimal + ".json"
  }
}
