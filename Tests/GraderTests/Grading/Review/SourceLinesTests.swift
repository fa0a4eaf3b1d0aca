import Testing

@testable import Grading

@Suite("lines of a source") struct SourceLinesTests {
  @Test(arguments: ["\n", "\r", "\r\n"]) func `a line ends where the parser's does`(end: String) {
    let lines = SourceLines("// One.\(end)\(end)  exit(0)\(end)")

    #expect((0...5).map { lines[$0] } == ["", "// One.", "", "exit(0)", "", ""])
  }

  @Test(arguments: ["\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
  func `other separators move no line`(separator: String) {
    let lines = SourceLines("// a\(separator)b\nexit(0)\n// c")

    #expect(lines[2] == "exit(0)")
  }
}
