import SwiftSyntax

/// A replacement of some bytes of a source.
struct Edit {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// The bytes of a source, to be read and edited by the parser's offsets.
struct SourceText {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The place after the last byte.
  var end: Range<Int> { bytes.count..<bytes.count }

  /// The code of a node without the comments and spaces around it.
  func range(of node: some SyntaxProtocol) -> Range<Int> {
    node.positionAfterSkippingLeadingTrivia
      .utf8Offset..<node.endPositionBeforeTrailingTrivia.utf8Offset
  }

  func text(of node: some SyntaxProtocol) -> String { text(range(of: node)) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The range; if nothing else is on its lines, these whole lines.
  func wholeLines(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    // A comment after the code belongs to it.
    if bytes[end...].starts(with: "//".utf8) {
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    }
    let beginsLine = start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
    guard beginsLine, end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return range }
    return start..<end + 1
  }

  /// The spaces before the first code on the line of an offset.
  func indentation(at offset: Int) -> String {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return text(start..<offset).prefix { $0 == " " }.description
  }

  /// The whole source after some edits, which must not overlap.
  func applying(_ edits: [Edit]) -> String {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[position..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      position = edit.range.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }
}
