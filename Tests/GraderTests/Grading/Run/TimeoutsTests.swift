import Testing

@testable import GraderFormats
@testable import Grading

@Suite("how long a test may go on") struct PatienceTests {
  @Test func `each test that is lost leaves half of it, down to what any may take`() {
    let timeouts = Timeouts(processorSeconds: 16, idleSeconds: 4)

    #expect(
      (0...6).map { timeouts.shortened(by: $0).processorSeconds } == [16, 8, 4, 2, 1.5, 1.5, 1.5])
    #expect((0...3).map { timeouts.shortened(by: $0).idleSeconds } == [4, 2, 1.5, 1.5])
  }

  @Test func `a chapter of thirteen exercises that never end is left within a minute`() {
    let timeouts = Timeouts()
    let lost = 0..<(13 * timeouts.mostLost)

    #expect(lost.map { timeouts.shortened(by: $0).processorSeconds }.reduce(0, +) < 60)
    #expect(lost.map { timeouts.shortened(by: $0).idleSeconds }.reduce(0, +) < 60)
  }

  @Test func `more schedules than usual may take longer`() {
    #expect(Timeouts().stretched(for: nil).processorSeconds == Timeouts().processorSeconds)
    #expect(
      Timeouts().stretched(for: 10_000).processorSeconds == 10 * Timeouts().processorSeconds)
  }

  @Test func `sixty tests that are stuck take a quarter of a minute`() {
    let milliseconds = (0..<60).map { Timeouts().jobMilliseconds(afterStuck: $0) ?? 1_000 }

    #expect(milliseconds.prefix(3).allSatisfy { $0 == 1_000 })
    #expect(milliseconds.reduce(0, +) <= 15_400)
  }
}
