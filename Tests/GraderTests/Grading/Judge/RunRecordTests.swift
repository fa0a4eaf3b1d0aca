import Testing

@testable import Grading

@Suite("the record of a run") struct RunRecordTests {
  @Test func `an honest run adds up`() {
    var stream = Stream()
    stream.declare("a")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    stream.event("somethingNew", "a")
    stream.end("a")
    stream.event("runEnded")

    #expect(stream.record.breaches == [])
    #expect(stream.record.hasEnded)
    #expect(stream.record.tests[stream.id("a")]?.endsWell == true)
  }

  @Test func `a run whose code was changed is not believed`() {
    var stream = Stream()
    stream.declare("a")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    stream.event("codeChanged")
    stream.end("a")
    stream.event("runEnded")

    #expect(stream.record.breaches == ["the code of the tests was changed while they ran"])
  }

  @Test func `what runs when a process dies is in flight`() {
    var stream = Stream()
    stream.declare("a")
    stream.declare("b")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    stream.end("a")
    stream.event("testStarted", "b")

    #expect(stream.record.inFlight == [stream.id("b")])
    #expect(stream.record.lastEnded == stream.id("a"))
    #expect(!stream.record.hasEnded)
  }

  @Test func `a failure that belongs to no test counts for the one that runs`() {
    var stream = Stream()
    stream.declare("a")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    stream.issue(nil, "from a detached task")

    #expect(stream.record.tests[stream.id("a")]?.issues.count == 1)
  }

  @Test func `every way of not adding up is noticed`() {
    func breaches(_ tell: (inout Stream) -> Void) -> [String] {
      var stream = Stream()
      stream.declare("a")
      stream.event("runStarted")
      tell(&stream)
      return stream.record.breaches
    }

    #expect(breaches { $0.line("passed!") } == ["a line that is not a record"])
    #expect(breaches { $0.declare("b") } == ["a test declared during the run"])
    #expect(breaches { $0.event("runStarted") } == ["the run started twice"])
    #expect(breaches { $0.end("a") } == ["a test ended that was not running"])
    #expect(
      breaches { stream in
        stream.event("testStarted", "a")
        stream.event("testStarted", "a")
      } == ["a test started twice"])
    #expect(
      breaches { stream in
        stream.event("testStarted", "a")
        stream.event("runEnded")
      } == ["the run ended before a test did"])
    #expect(
      breaches { stream in
        stream.event("runEnded")
        stream.event("testStarted", "a")
      } == ["testStarted after the run ended"])
    #expect(
      breaches { stream in
        stream.event("testStarted", "a")
        stream.issue("a", "wrong")
        stream.end("a")
      } == ["a test with issues ended as passed"])
  }
}
