/// Takes a command line apart as a shell would.
enum ShellWords {
  /// The words of a line; `nil` when a quote in it is never closed.
  ///
  /// What stands between single quotes is one word with the spaces in it, and a backslash outside of
  /// them keeps what follows as it is: that is how the compiler's driver writes paths.
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
