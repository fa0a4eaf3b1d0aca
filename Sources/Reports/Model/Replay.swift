import GraderFormats

/// The command that shows a failure again.
enum Replay {
  /// The command, to be run in the folder of the course.
  ///
  /// - Parameters:
  ///   - source: The submission's path; the checkout's own exercises need none.
  ///   - exercise: The exercise.
  ///   - schedule: The schedule in which the test failed.
  /// - Returns: The command.
  static func command(source: String, exercise: String, schedule: String?) -> String {
    let what = source == "Exercises" ? exercise : "\(quoted(source)) --exercise \(exercise)"
    return "./grade.sh \(what)" + (schedule.map { " --schedule \(quoted($0))" } ?? "")
  }

  /// A text, quoted so that a shell reads it as one word that is not an option.
  static func quoted(_ text: String) -> String {
    let isPath = text.contains("/")
    // `-x` would be an option and `3` a chapter.
    let word =
      !isPath && (text.first == "-" || text.first?.isNumber == true) ? "./" + text : text
    let isPlain = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || "/._-+:,@%".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    guard word.visible != word || word.contains(where: \.isNewline) || word.contains("\t") else {
      return "'" + word.replacing("'", with: #"'\''"#) + "'"
    }
    // Nothing invisible may hide in a command that people copy.
    let bytes = word.utf8.map { byte -> String in
      guard byte < 0x20 || byte >= 0x7F || byte == 0x27 || byte == 0x5C else {
        return String(UnicodeScalar(byte))
      }
      let digits = String(byte, radix: 16)
      return "\\x" + (digits.count == 1 ? "0" + digits : digits)
    }
    return "$'" + bytes.joined() + "'"
  }
}
