import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("reading a record as it comes") struct RunReaderTests {
  /// Two tests, the first of which ends stuck.
  private var lines: [Data?] {
    var stream = Stream()
    stream.declare("a")
    stream.declare("b")
    stream.event("runStarted")
    stream.event("testStarted", "a")
    stream.end("a", symbol: "fail")
    stream.event("testStarted", "b")
    stream.end("b")
    stream.event("runEnded")
    return stream.lines
  }

  @Test(arguments: 0...8)
  func `what follows a stuck test is not read, in whatever gulps it comes`(gulp: Int) {
    var reader = RunReader()
    let stuck = Stream().id("a")

    reader.read(Array(lines.prefix(gulp))) { _, test in test == stuck }
    reader.read(Array(lines.dropFirst(gulp))) { _, test in test == stuck }

    #expect(reader.isCutOff)
    #expect(reader.record.lastEnded == stuck)
    #expect(reader.record.breaches == [])
    #expect(!reader.record.hasEnded)
    #expect(reader.record.tests[Stream().id("b")]?.hasStarted == false)
  }

  @Test func `nothing is believed after a line that the runner did not write`() {
    var reader = RunReader()

    reader.read(Array(lines.prefix(4)) + [nil] + Array(lines.dropFirst(4))) { _, _ in false }

    #expect(reader.record.breaches.count == 1)
    #expect(!reader.record.hasEnded)
  }
}
