import Foundation

/// Reads a run's record as it comes, up to the end of a test after which nothing counts.
///
/// What comes after a stuck test is never read, however the record arrives: a loaded machine reads it
/// in gulps, and half of what came after would look like a forgery.
struct RunReader {
  private(set) var record = RunRecord()
  private(set) var isCutOff = false

  /// Takes the next lines; `nil` stands for one that the runner did not write.
  ///
  /// - Parameters:
  ///   - lines: What has come since the last call.
  ///   - isLast: Whether nothing counts after the test that has just ended.
  mutating func read(_ lines: [Data?], isLast: (RunRecord, String) -> Bool) {
    for line in lines where !isCutOff {
      guard let line else {
        record.breach("a record that is not the runner's own")
        isCutOff = true
        return
      }
      let before = record.endedTests
      record.take(line)
      if record.endedTests != before, let last = record.lastEnded {
        isCutOff = isLast(record, last)
      }
    }
  }
}
