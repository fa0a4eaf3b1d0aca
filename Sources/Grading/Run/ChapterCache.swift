package import GraderFormats
import Synchronization

/// The results of chapters that were graded before in this process, by their sources.
package final class ChapterCache: Sendable {
  private let results = Mutex<[String: ChapterResult]>([:])

  package init() {}

  /// Returns what is remembered, or makes and remembers it; what throws is tried again next time.
  ///
  /// - Parameters:
  ///   - staged: The chapter with its sources.
  ///   - cacheKey: What else the result depends on.
  ///   - make: Grades the chapter.
  /// - Returns: The result, of now or of then.
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
