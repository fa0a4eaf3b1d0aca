import Foundation

/// Reads the record of a run while it is written, up to the end of a test after which nothing
/// counts.
///
/// Nothing after a stuck test is ever read, not even what arrives together with it, as on a busy
/// machine: half of it would look like a forgery.
struct RunReader {
  private(set) var record = RunRecord()
  private(set) var isCutOff = false

  /// Reads the next lines; `nil` stands for one that the runner did not write.
  ///
  /// - Parameters:
  ///   - lines: The lines since the last call.
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
