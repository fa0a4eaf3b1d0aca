import GraderFormats

/// A doc comment, as a text on one line and as a list of sentences.
struct DocComment {
  /// The text without `///`, line breaks and runs of spaces.
  let text: String

  /// The sentences.
  ///
  /// A code block counts as one sentence; a list item loses its `- Parameter name:`.
  let sentences: [String]

  /// - Parameter lines: The comment's lines, each with its `///`.
  init(_ lines: [String]) {
    let lines = lines.map { String($0.drop { $0 == "/" }) }
    text = lines.joined(separator: " ").onOneLine
    sentences = Self.blocks(lines).flatMap { block in
      switch block.kind {
      case .code: [block.text.onOneLine]
      case .item: Self.split(Self.withoutLabel(block.text.onOneLine))
      case .paragraph: Self.split(block.text.onOneLine)
      }
    }
  }

  private struct Block {
    enum Kind { case paragraph, item, code }

    var kind: Kind
    var text: String
  }

  private static func blocks(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in lines {
      if line.trimmed.isEmpty {
        // A code block may have empty lines.
        isOpen = isOpen && blocks.last?.kind == .code
      } else if line.trimmed.hasPrefix("- ") {
        blocks.append(Block(kind: .item, text: line))
        isOpen = true
      } else {
        let isCode = line.hasPrefix("     ")
        if isOpen, let last = blocks.last, last.kind != .code || isCode {
          blocks[blocks.count - 1].text += "\n" + line
        } else {
          blocks.append(Block(kind: isCode ? .code : .paragraph, text: line))
          isOpen = true
        }
      }
    }
    return blocks
  }

  /// The text of an item without `- Returns:`, `- Parameter name:` or `- name:`.
  private static func withoutLabel(_ item: String) -> String {
    String(item.trimmingPrefix(/- (?:Parameter )?[\w`]+: ?/))
  }

  /// A sentence ends with a period, a question or an exclamation mark before a capital letter, code
  /// or a quotation.
  private static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    var start = text.startIndex
    for end in text.matches(of: /[.!?]["')`]* (?=[A-Z0-9`"'(])/) {
      sentences.append(String(text[start..<end.range.upperBound].trimmed))
      start = end.range.upperBound
    }
    return (sentences + [String(text[start...])]).filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text with each run of white space as one space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
