import CourseModel
import Foundation
import GraderFormats

/// Keeps each result in a file of its own as soon as it is there, so that a run that is killed
/// loses nothing, and reads what an earlier run has left.
struct ResultCache {
  /// What must be the same for a result to be taken over.
  private struct Entry: Codable {
    var cacheKey: String
    var result: SubmissionResult
  }

  /// Where the reports go.
  var output: String

  /// The course, the grader, the compiler, and what the options change about verdicts.
  var cacheKey: String

  private var folder: String { output + "/.graded" }

  /// Notes a result; a disk that is full shows when the reports are written.
  func note(_ result: SubmissionResult) {
    guard result.status == .graded,
      let data = try? JSONEncoder().encode(Entry(cacheKey: cacheKey, result: result))
    else { return }
    try? Files.makeFolder(folder)
    try? Files.write(data, to: "\(folder)/\(file(of: result.name))")
  }

  /// Everything that an earlier run has graded with the same cache key, by name.
  func known() -> [String: SubmissionResult] {
    var known: [String: SubmissionResult] = [:]
    for file in Files.entries(of: folder) {
      let entry: Entry? = Files.decoded("\(folder)/\(file)")
      guard let entry, entry.cacheKey == cacheKey else { continue }
      known[entry.result.name] = entry.result
    }
    return known
  }

  /// A name that any system can keep, whatever the submission is called.
  private func file(of name: String) -> String {
    var digest = Digest()
    digest.add(name)
    return digest.hexadecimal + ".json"
  }
}
