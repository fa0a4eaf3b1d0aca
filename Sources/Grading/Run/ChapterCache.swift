package import GraderFormats
import Synchronization

/// The results of chapters that this process has graded already, by their sources.
package final class ChapterCache: Sendable {
  private let results = Mutex<[String: ChapterResult]>([:])

  package init() {}

  /// Returns a stored result, or makes and stores it; after an error, nothing is stored.
  ///
  /// - Parameters:
  ///   - staged: The chapter with its sources.
  ///   - cacheKey: What else the result depends on.
  ///   - make: Grades the chapter.
  /// - Returns: The new or the stored result.
  package func result(
    of staged: StagedChapter, cacheKey: String, make: () throws -> ChapterResult
  ) rethrows -> ChapterResult {
    let key = "\(cacheKey) \(staged.digest)"
    if let known = results.withLock({ $0[key] }) { return known }
    let result = try make()
    results.withLock { $0[key] = result }
    return result
  }
}
