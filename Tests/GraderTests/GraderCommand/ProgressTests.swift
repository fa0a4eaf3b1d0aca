import Testing

@testable import GraderCommand

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
}
