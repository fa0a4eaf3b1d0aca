import Bubble
import Channels
import Chapter06WorkerPool
import CourseTesting
import Testing

@Suite("6.2 Three workers", .exercise("6.2"))
struct ThreeWorkersTests {
  @Test func `nine jobs give nine results, then no more`() async throws {
    try await bubble {
      let results = Channel<Int>()
      let pool = Task {
        await processJobs(Array(1...9), workers: 3, results: results.sendOnly) { job in
          try? await Task.sleep(for: .milliseconds(job.isMultiple(of: 2) ? 200 : 500))
          return job * 2
        }
      }

      var arrived: [Int] = []
      for await result in results { arrived.append(result) }  // ends only when they are closed
      await pool.value

      #expect(
        arrived.sorted() == [2, 4, 6, 8, 10, 12, 14, 16, 18],
        "expected the doubles of 1 to 9, each once, in any order, before `results` is closed")
    }
  }

  @Test func `three workers are at work at once`() async throws {
    try await bubble {
      let results = Channel<Int>(capacity: 9)

      await processJobs(Array(1...9), workers: 3, results: results.sendOnly) { job in
        await Bubble.section("work") { try? await Task.sleep(for: .milliseconds(500)) }
        return job
      }

      #expect(
        Bubble.mostInside("work") == 3, "with three workers, three jobs should be worked on at once"
      )
      #expect(
        Bubble.elapsed == .milliseconds(1_500),
        "nine jobs of 0.5 s should take three workers 1.5 s; one alone would need 4.5 s")
    }
  }

  @Test func `a slow job holds up no other`() async throws {
    try await bubble {
      let results = Channel<Int>()
      let pool = Task {
        await processJobs([6, 1, 1, 1, 1, 1, 1], workers: 2, results: results.sendOnly) { job in
          try? await Task.sleep(for: .seconds(job))
          return job
        }
      }

      var times: [Duration] = []
      for await _ in results { times.append(Bubble.elapsed) }
      await pool.value

      #expect(
        times.first == .seconds(1),
        "the first job of 1 s is done after 1 s: its result should be sent then")
      #expect(
        times.last == .seconds(6),
        "while one worker has the job of 6 s, the other should do the six jobs of 1 s")
    }
  }

  @Test func `workers without a job do no harm`() async throws {
    try await bubble {
      for jobs in [[17], []] {
        let results = Channel<Int>(capacity: 1)

        await processJobs(jobs, workers: 3, results: results.sendOnly) { $0 }
        var arrived: [Int] = []
        for await result in results { arrived.append(result) }

        #expect(arrived == jobs, "expected one result a job, and `results` closed after the last")
      }
    }
  }
}
