/// Splits a command line into words, as a shell does.
enum ShellWords {
  /// The words of a line; `nil` when a quote in it is never closed.
  ///
  /// It knows single quotes, and backslashes outside of them, because the compiler's driver writes
  /// paths with these.
  static func of(_ line: some StringProtocol) -> [String]? {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isKept = false
    for character in line {
      if isKept {
        word = (word ?? "") + String(character)
        isKept = false
      } else if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if isQuoted {
        word?.append(character)
      } else if character == "\\" {
        isKept = true
      } else if character == " " {
        word.map { words.append($0) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    word.map { words.append($0) }
    return isQuoted || isKept ? nil : words
  }
}
