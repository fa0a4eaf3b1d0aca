import GraderFormats

/// Markup in which nothing that comes from outside can be markup.
///
/// Literals are taken as they stand; every interpolated text is escaped. So it takes an effort to
/// forget it.
///
///     let cell: HTML = "<td>\(name)</td>"
struct HTML: ExpressibleByStringInterpolation {
  private(set) var markup: String

  /// Takes markup as it stands.
  init(markup: String) {
    self.markup = markup
  }

  init(stringLiteral value: String) {
    markup = value
  }

  init(stringInterpolation: Interpolation) {
    markup = stringInterpolation.markup
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) {
      markup += literal
    }

    mutating func appendInterpolation(_ text: String) {
      markup += HTML.escaped(text)
    }

    mutating func appendInterpolation(_ number: Int) {
      markup += String(number)
    }

    mutating func appendInterpolation(_ html: HTML) {
      markup += html.markup
    }

    mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { markup += part.markup }
    }
  }

  /// A text as it is written between tags and in quoted attributes.
  private static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.visible.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      case UInt8(ascii: "'"): escaped += "&#39;".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension [HTML] {
  /// The parts with something between each two.
  func joined(by separator: HTML) -> HTML {
    HTML(markup: map(\.markup).joined(separator: separator.markup))
  }
}
