import SwiftParser
import SwiftSyntax

/// Reads Swift source as tokens in which all names are the same.
///
/// Comments and white space are dropped. All identifiers are the same token, and so are all string
/// literals. So two files that differ only in names have the same tokens.
enum Tokens {
  private static let identifier: UInt64 = 1
  private static let literal: UInt64 = 2

  /// The tokens of a source, each as a number.
  static func all(of source: String) -> [UInt64] {
    Parser.parse(source: source).tokens(viewMode: .sourceAccurate).map { token in
      switch token.tokenKind {
      case .identifier, .dollarIdentifier: identifier
      case .stringSegment: literal
      default: hash(token.text)
      }
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
