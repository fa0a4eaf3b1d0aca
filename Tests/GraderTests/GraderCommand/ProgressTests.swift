import Testing

@testable import GraderCommand
@testable import Reports

@Suite("progress") struct ProgressTests {
  @Test(arguments: [
    (3, 300, 6.0, "30 a minute, 10 min left"), (150, 300, 60.0, "150 a minute, 60 s left"),
    (300, 300, 60.0, "300 a minute, 0 s left"), (2, 300, 0.1, "begun"),
  ])
  func `pace and time left come from what is done`(
    done: Int, total: Int, seconds: Double, text: String
  ) {
    #expect(Progress.pace(done: done, total: total, seconds: seconds) == text)
  }

  @Test func `the bar grows from nothing to full`() {
    #expect(Progress.bar(done: 0, total: 3) == "····················")
    #expect(Progress.bar(done: 1, total: 2) == "██████████··········")
    #expect(Progress.bar(done: 3, total: 3) == "████████████████████")
  }

  @Test(arguments: [
    (true, "xterm", true), (true, "dumb", false), (true, "", false), (false, "xterm", false),
  ])
  func `a line is written again only where that can be seen`(
    isTerminal: Bool, kind: String, rewrites: Bool
  ) {
    let terminal = Terminal(isTerminal: isTerminal, width: 80, ["TERM": kind])

    #expect(terminal.rewritesLines == rewrites)
  }

  @Test(
    arguments: [
      (true, "40", 40), (true, "", 80), (true, "0", 80), (false, "40", nil),
    ] as [(Bool, String, Int?)])
  func `a line is as long as its terminal is wide`(
    isTerminal: Bool, said: String, columns: Int?
  ) {
    let terminal = Terminal(isTerminal: isTerminal, width: 80, ["COLUMNS": said])

    #expect(terminal.columns == columns)
  }

  @Test func `a line that is wiped away takes no second one`() {
    let terminal = Terminal(isTerminal: true, width: 10, ["TERM": "xterm"])

    #expect(terminal.fitting("1234567890") == "12345678…")
    #expect(terminal.fitting("123456789") == "123456789")
  }
}
