import Bubble
import Chapter06WorkerPool
import CourseTesting
import Synchronization
import Testing

@Suite("6.4 In the order of the jobs", .exercise("6.4"))
struct InOrderTests {
  @Test func `results stand in the order of the jobs`() async throws {
    try await bubble {
      var draw = Draw(seed: 64)
      for (count, workers) in [(5, 3), (25, 4), (12, 1), (9, 9)] {
        let jobs = draw.numbers(count, in: 1...9)
        let calls = Mutex(0)

        let results = await resultsInOrder(of: jobs, workers: workers) { seconds in
          let call = calls.withLock { calls in
            calls += 1
            return calls
          }
          try? await Task.sleep(for: .seconds(seconds))
          return ["job": seconds, "call": call]
        }

        try #require(
          results.map { $0["job"] } == jobs,
          """
          the jobs \(jobs) for \(counted(workers, "worker")): expected a result for each job, at the \
          job's place, although the slow ones end last
          """)
        try #require(
          Set(results).count == count,
          """
          the jobs \(jobs): each call of `work` returns a different result, even for equal jobs; \
          expected each result once
          """)
      }
    }
  }

  @Test func `the workers work at the same time`() async throws {
    try await bubble {
      for (workers, count) in [(4, 8), (1, 3), (2, 6), (7, 14)] {
        let begin = Bubble.elapsed
        let results = await resultsInOrder(of: Array(1...count), workers: workers) { job in
          await Bubble.section("\(workers)") { try? await Task.sleep(for: .seconds(1)) }
          return job
        }

        try #require(
          results == Array(1...count),
          "here, `work` returns the job: expected the jobs 1 to \(count), in their order")
        let most = Bubble.mostInside("\(workers)")
        try #require(
          most == workers,
          """
          \(counted(workers, "worker")) should work on \(counted(workers, "job")) at once, not on \(most)
          """)
        try #require(
          Bubble.elapsed - begin == .seconds(count / workers),
          "\(count) jobs of 1 s each: \(counted(workers, "worker")) should do them in \(count / workers) s"
        )
      }
    }
    try await bubble(.count(1)) {
      _ = await resultsInOrder(of: Array(1...crowd), workers: crowd) { job in
        await Bubble.section("crowd") { try? await Task.sleep(for: .seconds(1)) }
        return job
      }

      let most = Bubble.mostInside("crowd")
      #expect(
        most == crowd, "\(crowd) workers should work on \(crowd) jobs at once, not on \(most)")
    }
  }

  @Test func `a slow job holds up no other`() async throws {
    try await bubble {
      let results = await resultsInOrder(of: [4, 1, 1, 1, 1], workers: 2) { number in
        try? await Task.sleep(for: .seconds(100_000 * number))
        return number
      }

      #expect(
        Bubble.elapsed == .seconds(400_000),
        """
        while one worker has the job of 400,000 s, the other should do the four jobs of 100,000 s
        """)
      #expect(
        results == [4, 1, 1, 1, 1],
        "here, `work` returns the job: expected the jobs, in their order")
    }
  }

  @Test func `workers without a job do no harm`() async throws {
    try await bubble {
      var draw = Draw(seed: 164)
      let length = draw.number(in: 1...9)
      let one = await resultsInOrder(of: ["rope"], workers: 3) { $0.count * length }
      let none = await resultsInOrder(of: [String](), workers: 3) { $0.count }
      let missing = await resultsInOrder(of: ["tar", "rope"], workers: 3) { name in
        name == "tar" ? nil : length
      }

      #expect(
        one == [4 * length], "expected one result for one job, although there are three workers")
      #expect(none == [], "without jobs, expected your function to return no results")
      #expect(missing == [nil, length], "a result may be nil, and keeps its place")
    }
  }
}
