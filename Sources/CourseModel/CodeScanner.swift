/// Walks over Swift source and keeps what the compiler would see, without white space.
///
/// Literals are kept to the byte, because `" "` and `""` are different code. Interpolations are
/// code again, with literals and comments of their own.
struct CodeScanner {
  private let source: [UInt8]
  private var position = 0
  private var code: [UInt8] = []

  /// How many interpolations are open; deeper ones than anybody writes are not looked into.
  private var nesting = 0
  private static let nestingLimit = 64

  init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    source = bytes
    code.reserveCapacity(bytes.count)
  }

  mutating func scan() -> [UInt8] {
    scanCode(untilParenthesis: false)
    return code
  }

  /// Keeps code up to the end of the file or to the parenthesis that ends an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if starts(with: "//") {
        skipLine()
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"") {
        // All pound signs at once, or a million of them would be counted a million times.
        let pounds = countPounds()
        if position + pounds < source.count, source[position + pounds] == UInt8(ascii: "\"") {
          scanLiteral(pounds: pounds)
        } else {
          keep(pounds)
        }
      } else if byte == UInt8(ascii: ")"), untilParenthesis, depth == 0 {
        keep(1)
        return
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if isSpace(byte) { position += 1 } else { keep(1) }
      }
    }
  }

  /// Keeps a string literal, from its pound signs to its closing delimiter.
  private mutating func scanLiteral(pounds: Int) {
    keep(pounds)
    let isMultiline = starts(with: "\"\"\"")
    let fence = Array(repeating: UInt8(ascii: "\""), count: isMultiline ? 3 : 1)
    let end = fence + Array(repeating: UInt8(ascii: "#"), count: pounds)
    let escape = [UInt8(ascii: "\\")] + Array(repeating: UInt8(ascii: "#"), count: pounds)
    keep(fence.count)
    while let byte = peek() {
      if starts(with: end) {
        keep(end.count)
        return
      } else if starts(with: escape) {
        keep(escape.count)
        let opensInterpolation = peek() == UInt8(ascii: "(")
        keep(1)
        if opensInterpolation, nesting < Self.nestingLimit {
          nesting += 1
          scanCode(untilParenthesis: true)
          nesting -= 1
        }
      } else if byte == UInt8(ascii: "\n"), !isMultiline {
        return  // An unclosed literal: the rest of the file is code again.
      } else if byte == UInt8(ascii: "\r") {
        position += 1
      } else {
        keep(1)
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      position += 1
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        position += 2
      } else if starts(with: "*/") {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < source.count
  }

  /// How many pound signs stand here.
  private func countPounds() -> Int {
    source[position...].prefix { $0 == UInt8(ascii: "#") }.count
  }

  private func peek() -> UInt8? {
    position < source.count ? source[position] : nil
  }

  private func starts(with text: StaticString) -> Bool {
    starts(with: Array(text.description.utf8))
  }

  private func starts(with bytes: [UInt8]) -> Bool {
    source[position...].starts(with: bytes)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private mutating func keep(_ count: Int) {
    let end = min(position + count, source.count)
    code += source[position..<end]
    position = end
  }
}
