import Bubble
import Chapter06WorkerPool
import CourseTesting
import Testing

@Suite("6.4 In the order of the jobs", .exercise("6.4"))
struct InOrderTests {
  @Test func `results stand in the order of the jobs`() async throws {
    try await bubble {
      let results = await resultsInOrder(of: [5, 1, 4, 1, 3], workers: 3) { seconds in
        try? await Task.sleep(for: .seconds(seconds))
        return "\(seconds) s"
      }

      #expect(
        results == ["5 s", "1 s", "4 s", "1 s", "3 s"],
        "expected a result for each job, at the job's place, although the slow ones end last")
    }
  }

  @Test func `the workers work at the same time`() async throws {
    try await bubble {
      let results = await resultsInOrder(of: Array(1...8), workers: 4) { job in
        await Bubble.section("work") { try? await Task.sleep(for: .seconds(1)) }
        return job
      }

      #expect(results.count == 8, "expected eight results for eight jobs")
      #expect(Bubble.mostInside("work") == 4, "four workers should work on four jobs at once")
      #expect(Bubble.elapsed == .seconds(2), "eight jobs of 1 s should take four workers 2 s")
    }
  }

  @Test func `a slow job holds up no other`() async throws {
    try await bubble {
      _ = await resultsInOrder(of: [4, 1, 1, 1, 1], workers: 2) { seconds in
        try? await Task.sleep(for: .seconds(seconds))
      }

      #expect(
        Bubble.elapsed == .seconds(4),
        "while one worker has the job of 4 s, the other should do the four jobs of 1 s")
    }
  }

  @Test func `workers without a job do no harm`() async throws {
    try await bubble {
      let one = await resultsInOrder(of: ["rope"], workers: 3) { $0.count }
      let none = await resultsInOrder(of: [String](), workers: 3) { $0.count }

      #expect(one == [4], "expected one result for one job, although there are three workers")
      #expect(none == [], "expected no result, and an end, without a job")
    }
  }
}
