import GraderFormats

/// The command that shows a failure again.
enum Replay {
  /// For the instructor, from the folder of the course.
  static func command(source: String, exercise: String, schedule: String?) -> String {
    // The checkout's own exercises need no path.
    guard source != "Exercises" else { return command(exercise: exercise, schedule: schedule) }
    return "./grade.sh \(quoted(source)) --exercise \(exercise)" + option(schedule)
  }

  /// For the student, in a checkout of one's own.
  static func command(exercise: String, schedule: String?) -> String {
    "./grade.sh \(exercise)" + option(schedule)
  }

  private static func option(_ schedule: String?) -> String {
    schedule.map { " --schedule \(quoted($0))" } ?? ""
  }

  /// A text as a shell takes it for one word that is no option.
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
