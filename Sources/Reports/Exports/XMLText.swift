/// Escapes text from outside for XML.
enum XMLText {
  /// The text in a form for content and attributes.
  ///
  /// Leaves out what XML cannot contain, and characters that change the direction of writing.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22
    }
    if isPlain { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: escaped.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: escaped.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: escaped.append(contentsOf: "&quot;".unicodeScalars)
      case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: continue
      case 0x09, 0x0A, 0x20..<0x7F, 0xA0..<0xD800, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        // The last two of each plane are not characters, although XML accepts them.
        if scalar.value & 0xFFFE != 0xFFFE { escaped.append(scalar) }
      default: continue
      }
    }
    return String(escaped)
  }
}
