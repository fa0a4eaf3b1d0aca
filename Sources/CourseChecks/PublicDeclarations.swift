import GraderFormats

/// Finds the public declarations of a Swift file with their doc comments, from its text.
///
/// It relies on formatted source, which the course check makes sure of: a declaration begins its
/// line, and its signature ends with the brace that opens the body or with the line.
enum PublicDeclarations {
  struct Declaration: Hashable {
    var comment: [String]
    var signature: String
  }

  static func find(in source: String) -> [Declaration] {
    var found: [Declaration] = []
    var comment: [String] = []
    var signature: String?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.trimmed
      if let open = signature {
        signature = open + " " + text
      } else if text.hasPrefix("///") {
        comment.append(String(text))
        continue
      } else if !text.hasPrefix("//"), isPublic(text, hasComment: !comment.isEmpty) {
        signature = String(text)
      } else {
        if !text.hasPrefix("@") { comment = [] }
        continue
      }
      if let complete = signature, isComplete(complete) {
        found.append(Declaration(comment: comment, signature: withoutBody(complete)))
        comment = []
        signature = nil
      }
    }
    return found.filter { !$0.signature.contains("import ") }
  }

  /// The cases of a public type are public without the word.
  private static func isPublic(_ line: String, hasComment: Bool) -> Bool {
    line.split(separator: " ").prefix(4).contains("public")
      || hasComment && line.hasPrefix("case ")
  }

  /// A signature goes on while a parenthesis is open, or when nothing but a name's line has come.
  private static func isComplete(_ text: String) -> Bool {
    let opened = text.filter { $0 == "(" }.count
    let closed = text.filter { $0 == ")" }.count
    return opened == closed && !text.hasSuffix("->") && !text.hasSuffix(",")
  }

  private static func withoutBody(_ text: String) -> String {
    String(text.prefix { $0 != "{" }).trimmed.description
  }
}
