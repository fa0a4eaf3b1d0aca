/// The student's name in what a learning platform calls a file or folder.
enum SubmissionName {
  /// Whether a platform has named a file that somebody handed in, whatever it is.
  ///
  /// Blackboard puts a receipt beside each, `…_attempt_2026-11-21-10-00-00.txt`, which is no work.
  static func isFromPlatform(_ file: String) -> Bool {
    of(file) != file && file.wholeMatch(of: /.+_attempt_[-\d]+\.txt/) == nil
  }

  static func of(_ name: String) -> String {
    // Moodle: "Ada Byron_123456_assignsubmission_file_"
    if let match = name.wholeMatch(of: /(.+)_\d+_assignsubmission_.*/) { return String(match.1) }
    // Canvas: "byronada_LATE_1234_567890_homework"
    if let match = name.wholeMatch(of: /([^_]+)(?:_LATE)?_\d+_\d+_.+/) { return String(match.1) }
    // Blackboard: "Homework 1_byron_attempt_2026-11-21-10-00-00_work"
    if let match = name.wholeMatch(of: /.+_([^_]+)_attempt_\d{4}-.*/) { return String(match.1) }
    return name
  }
}
