extension String {
  /// The text with its invisible characters made visible.
  ///
  /// These are control characters, marks that change the direction of writing, and the like. Line
  /// feeds and tabs stay.
  package var visible: String {
    if utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }) { return self }
    var shown = String.UnicodeScalarView()
    for scalar in self.replacing("\r\n", with: "\n").unicodeScalars {
      if let picture = scalar.picture {
        shown.append(contentsOf: picture.unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The beginning of a long text, with a sign that it was cut, or the number of lines left out.
  package func excerpt(lines limit: Int = 40, characters: Int = 4000) -> String {
    var text = self
    if text.utf8.count > characters, text.count > characters {
      text = String(text.prefix(characters)) + "…"
    }
    if text.utf8.lazy.filter({ $0 == 0x0A || $0 == 0x0D }).count < limit { return text }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > limit else { return text }
    return lines.prefix(limit).joined(separator: "\n") + "\n… \(lines.count - limit) more lines"
  }
}

extension Unicode.Scalar {
  /// What to show in place of an invisible scalar; `nil` when it is visible.
  fileprivate var picture: String? {
    switch value {
    case 0x09, 0x0A: return nil
    case 0x00...0x1F: return UnicodeScalar(0x2400 + value).map { String($0) }
    case 0x7F: return "\u{2421}"
    // Joiners are part of how some names and emoji are written.
    case 0x200C, 0x200D: return nil
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      return "⟨U+\(String(value, radix: 16, uppercase: true))⟩"
    default:
      return nil
    }
  }
}

extension String {
  /// The text on one line, without characters that control a terminal.
  package var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The text cut to a length; it ends with `…` if it was cut.
  package func shortened(to length: Int) -> String {
    count <= length ? self : String(prefix(length - 1)) + "…"
  }
}

extension [String] {
  /// The same names, with a number after each one that is already taken.
  ///
  /// They become names of files, and some systems do not tell `Ann` from `ann`.
  package var distinct: [String] {
    var taken: Set<String> = []
    return map { name in
      var (own, count) = (name, 1)
      while !taken.insert(own.lowercased()).inserted {
        count += 1
        own = "\(name)-\(count)"
      }
      return own
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
