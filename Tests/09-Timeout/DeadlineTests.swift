import Bubble
import Chapter09Timeout
import CourseTesting
import Testing

/// Takes a second; the depth at point n is 10 n.
@Sendable private func measure(_ point: Int) async throws -> Int {
  try await Task.sleep(for: .seconds(1))
  return 10 * point
}

@Suite("9.2 Deadline", .exercise("9.2"), .leavesNoTask)
struct DeadlineTests {
  @Test func `the limit ends five seconds of work`() async throws {
    try await bubble {
      let depths = await survey([1, 2, 3, 4, 5], within: .milliseconds(2_500), measure)

      #expect(depths == [10, 20], "each point takes 1 s, so two are measured within 2.5 s")
      #expect(
        Bubble.elapsed == .milliseconds(2_500),
        "the limit of 2.5 s passes in the middle of the third measurement, and should end it")
    }
  }

  @Test func `a survey done in time does not wait`() async throws {
    try await bubble {
      let depths = await survey([4, 3, 2], within: .seconds(60), measure)

      #expect(depths == [40, 30, 20], "three points take 3 s, and there is a minute")
      #expect(
        Bubble.elapsed == .seconds(3),
        "the survey is done at t = 3 s; nobody should wait for the limit after that")
    }
  }

  @Test func `cancelling the caller ends the survey`() async throws {
    try await bubble {
      let surveying = Task { await survey([6, 7, 8], within: .seconds(60), measure) }

      try? await Task.sleep(for: .milliseconds(1_500))
      surveying.cancel()
      let depths = await surveying.value

      #expect(depths == [60], "one point was measured before the cancellation at t = 1.5 s")
      #expect(
        Bubble.elapsed == .milliseconds(1_500),
        "the caller was cancelled at t = 1.5 s; the measurement under way should end then")
    }
  }
}
