import GraderFormats

/// Escapes text from outside, so that it does not act as Markdown.
enum Markdown {
  /// A text on one line.
  static func text(_ text: String) -> String {
    var escaped = ""
    for character in text.visible {
      if character.isNewline || character == "\t" {
        escaped.append(" ")
      } else {
        if #"\`*_{}[]<>()#+-!|~&$@:"#.contains(character), needsEscape(character, after: escaped) {
          escaped.append("\\")
        }
        escaped.append(character)
      }
    }
    return escaped
  }

  /// Some characters have a meaning only at the beginning of a line or a word; elsewhere they stay
  /// readable.
  private static func needsEscape(_ character: Character, after text: String) -> Bool {
    switch character {
    case "-", "+", "#": text.isEmpty || text.last == " "
    case "(", ")", ":", "@", "$": false
    default: true
    }
  }

  /// A text as a block of code.
  static func block(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(fence)text\n\(text.visible.excerpt())\n\(fence)"
  }

  /// A text as code within a line.
  static func code(_ text: String) -> String {
    let run = longestRun(of: "`", in: text)
    let fence = String(repeating: "`", count: run + 1)
    let space = run > 0 ? " " : ""
    return fence + space + text.printable + space + fence
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for next in text {
      run = next == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
