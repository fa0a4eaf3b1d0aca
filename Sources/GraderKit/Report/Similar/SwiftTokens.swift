/// Reads Swift source as tokens in which all names are alike.
///
/// Comments and white space vanish, every identifier and every text literal is one and the same
/// token. So two files that differ in names only have the same tokens. It need not understand
/// code that does not compile, only give the same answer each time.
struct SwiftTokens {
  private static let identifier: UInt64 = 1
  private static let literal: UInt64 = 2

  private static let keywords: Set<String> = [
    "Any", "Self", "actor", "any", "as", "async", "await", "break", "case", "catch", "class",
    "consume", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "false", "fileprivate", "final", "for", "func", "get", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "isolated", "lazy", "let", "mutating", "nil", "nonisolated",
    "override", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "set",
    "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "unowned", "var", "weak", "where", "while",
  ]

  private let source: [UInt8]
  private var position = 0
  private var tokens: [UInt64] = []

  /// How many interpolations are open; deeper ones than anybody writes are not looked into.
  private var nesting = 0
  private static let nestingLimit = 64

  private init(_ source: [UInt8]) {
    self.source = source
  }

  /// The tokens of a file, each as a number.
  static func tokens(of source: [UInt8]) -> [UInt64] {
    var reader = SwiftTokens(source)
    reader.readCode(untilParenthesis: false)
    return reader.tokens
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        while let next = peek(), next != UInt8(ascii: "\n") { position += 1 }
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipBlockComment()
      } else if isWord(byte) {
        readWord()
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"") {
        let pounds = source[position...].prefix { $0 == UInt8(ascii: "#") }.count
        if peek(pounds) == UInt8(ascii: "\"") {
          readLiteral(pounds: pounds)
        } else {
          tokens += Array(repeating: 256 + UInt64(byte), count: pounds)
          position += pounds
        }
      } else if byte <= 0x20 {
        position += 1
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if untilParenthesis, depth == 0 { return }
          depth -= 1
        }
        tokens.append(256 + UInt64(byte))
        position += 1
      }
    }
  }

  private mutating func readWord() {
    let start = position
    while let byte = peek(), isWord(byte) { position += 1 }
    let word = source[start..<position]
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source[start]) {
      tokens.append(hash(word))
    } else {
      let isKeyword = Self.keywords.contains(String(decoding: word, as: UTF8.self))
      tokens.append(isKeyword ? hash(word) : Self.identifier)
    }
  }

  /// Reads a text literal; code in its interpolations counts as code.
  private mutating func readLiteral(pounds: Int) {
    tokens.append(Self.literal)
    position += pounds
    let quote = UInt8(ascii: "\"")
    let isMultiline = peek(1) == quote && peek(2) == quote
    let fence = isMultiline ? 3 : 1
    position += fence
    while let byte = peek() {
      if byte == UInt8(ascii: "\\"), hasPounds(pounds, at: 1) {
        position += 1 + pounds
        if peek() == UInt8(ascii: "("), nesting < Self.nestingLimit {
          nesting += 1
          position += 1
          readCode(untilParenthesis: true)
          nesting -= 1
        }
        position += 1
      } else if byte == quote, !isMultiline || (peek(1) == quote && peek(2) == quote),
        hasPounds(pounds, at: fence)
      {
        position += fence + pounds
        return
      } else if byte == UInt8(ascii: "\n"), !isMultiline {
        return
      } else {
        position += 1
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if peek() == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < source.count
  }

  private func hasPounds(_ count: Int, at offset: Int) -> Bool {
    (0..<count).allSatisfy { peek(offset + $0) == UInt8(ascii: "#") }
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
