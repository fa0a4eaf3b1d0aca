import SwiftParser
import SwiftSyntax

/// Reads Swift source as tokens in which all names are alike.
///
/// Comments and white space vanish, every identifier and every text literal is one and the same
/// token. So two files that differ in names only have the same tokens.
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
