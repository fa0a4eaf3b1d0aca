import Testing

@testable import Bubble

@Suite("times in a report") struct TimeTextTests {
  @Test(arguments: [
    ("after 2.0 seconds", "after 2 s"),
    ("[0.0 seconds, 604.2499999999999 seconds]", "[0 s, 604.25 s]"),
    ("-0.5 seconds late", "-0.5 s late"),
    ("1e-09 seconds and 1.5e-09 seconds", "1e-09 seconds and 0.000000002 s"),
    ("ContinuousClock.Instant(_value: 946684802.5 seconds)", "t = 2.5 s"),
    ("wait 5 seconds", "wait 5 seconds"),
  ]) func `a duration and an instant are written as elsewhere in the report`(
    _ text: String, _ expected: String
  ) {
    #expect(text.withReadableTimes == expected)
  }

  @Test func `a private type is named without an address, which is another in each process`() {
    struct LampIsBroken: Error {}
    let text = String(reflecting: LampIsBroken())

    #expect(text.contains("(unknown context at $"))
    #expect(text.readable.hasSuffix("LampIsBroken()"))
    #expect(!text.readable.contains("$"))
  }

  @Test func `an instant of the bubble's clock is the time of the bubble`() async throws {
    try await bubble(.count(1)) {
      try await Task.sleep(for: .milliseconds(2_250))
      #expect("\(ContinuousClock.now)".withReadableTimes == "t = 2.25 s")
    }
  }

  @Test func `a failed expectation shows its values so, and so does its comment`() async throws {
    let seen = try await issues {
      try await bubble(.count(1)) {
        #expect([Bubble.elapsed] == [.milliseconds(604_250)], "began at \(Bubble.elapsed)")
        #expect(Bubble.elapsed == .seconds(2))
      }
    }

    #expect(seen.first?.comments.first?.rawValue == "began at 0 s")
    // Inside an array the testing library writes the value as the standard library does.
    #expect(seen.last.map { "\($0)".contains("(Bubble.elapsed → 0 s)") } == true)
  }
}
