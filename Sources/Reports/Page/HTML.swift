import GraderFormats

/// HTML that text from outside cannot add markup to.
///
/// Literals are markup, and every interpolated text is escaped. So no one can forget to escape it.
///
///     let cell: HTML = "<td>\(name)</td>"
struct HTML: ExpressibleByStringInterpolation {
  private(set) var markup: String

  /// Uses a text as markup, without escaping it.
  init(markup: String) {
    self.markup = markup
  }

  init(stringLiteral value: String) {
    markup = value
  }

  init(stringInterpolation: Interpolation) {
    markup = stringInterpolation.markup
  }

  /// The head of a column of text.
  static func head(_ title: String) -> HTML { "<th scope=\"col\">\(title)</th>" }

  /// The head of a column of numbers.
  static func number(_ title: String) -> HTML { "<th scope=\"col\" class=\"n\">\(title)</th>" }

  /// A table that scrolls sideways on a narrow page.
  static func table(_ kind: String?, _ heads: [HTML], _ rows: [HTML]) -> HTML {
    let kind: HTML = kind.map { " class=\"\($0)\"" } ?? ""
    return """
      <div class="scroll"><table\(kind)>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>
      """
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

  /// A text, escaped for content and for quoted attributes.
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
  /// The parts with a separator between them.
  func joined(by separator: HTML) -> HTML {
    HTML(markup: map(\.markup).joined(separator: separator.markup))
  }
}
