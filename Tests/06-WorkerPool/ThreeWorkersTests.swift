import Bubble
import Channels
import Chapter06WorkerPool
import CourseTesting
import Synchronization
import Testing

@Suite("6.2 Three workers", .exercise("6.2"))
struct ThreeWorkersTests {
  @Test func `nine jobs give nine results, then no more`() async throws {
    try await bubble {
      var draw = Draw(seed: 62)
      // Jobs and results may be equal, zero or below.
      for jobs in [Array(1...9), draw.numbers(18, in: -3...3)] {
        let results = Channel<Int>()
        let pool = Task {
          await processJobs(jobs, workers: 3, results: results.sendOnly) { job in
            try? await Task.sleep(for: .milliseconds(job.isMultiple(of: 2) ? 200 : 500))
            return job * 2
          }
        }

        var arrived: [Int] = []
        for await result in results { arrived.append(result) }  // ends only when they are closed
        await pool.value

        try #require(
          arrived.sorted() == jobs.map { $0 * 2 }.sorted(),
          "expected the doubles of \(jobs), each once, in any order, before `results` is closed")
      }
    }
    // Jobs and results may be any numbers.
    try await bubble {
      let jobs = [.max, -1, .min, 0, 5, -1]
      let results = Channel<Int>()
      let pool = Task {
        await processJobs(jobs, workers: 2, results: results.sendOnly) { $0 }
      }

      var arrived: [Int] = []
      for await result in results { arrived.append(result) }
      await pool.value

      #expect(
        arrived.sorted() == jobs.sorted(),
        """
        the jobs are \(jobs), and the result of each is its number: expected all of them, in any \
        order. Received: \(arrived)
        """)
    }
    // Two results at the same moment, and room for one.
    try await bubble {
      let results = Channel<Int>(capacity: 1)
      let pool = Task {
        await processJobs([4, 6], workers: 2, results: results.sendOnly) { $0 * 2 }
      }
      try await Task.sleep(for: .seconds(1))

      var arrived: [Int] = []
      for await result in results { arrived.append(result) }
      await pool.value

      #expect(
        arrived.sorted() == [8, 12],
        """
        two workers have a result at the same moment, there is room for one, and the reader comes a \
        second later: expected 8 and 12, in any order. Received: \(arrived)
        """)
    }
    try await bubble(.count(1)) {
      let results = Channel<Int>(capacity: 10 * crowd)
      await processJobs(Array(1...10 * crowd), workers: 3, results: results.sendOnly) { $0 }

      #expect(
        results.count == 10 * crowd,
        "\(10 * crowd) jobs: expected as many results, however many jobs wait in the queue")
    }
  }

  @Test func `three workers are at work at once`() async throws {
    try await bubble {
      for (workers, count) in [(3, 9), (1, 3), (2, 5), (7, 14), (12, 12), (5, 2)] {
        let results = Channel<Int>(capacity: count)
        let begin = Bubble.elapsed

        await processJobs(Array(0..<count), workers: workers, results: results.sendOnly) { job in
          await Bubble.section("\(workers)") { try? await Task.sleep(for: .milliseconds(500)) }
          return job
        }

        let most = Bubble.mostInside("\(workers)")
        try #require(
          most == min(workers, count),
          """
          \(counted(count, "job")) for \(counted(workers, "worker")): \(min(workers, count)) should be \
          worked on at once, not \(most)
          """)
        let rounds = (count + workers - 1) / workers
        try #require(
          Bubble.elapsed - begin == .milliseconds(500 * rounds),
          """
          \(counted(count, "job")) of 0.5 s each: \(counted(workers, "worker")) should do them in \
          \(Double(rounds) / 2) s
          """)
      }
    }
  }

  @Test func `a worker that cannot send takes no other job`() async throws {
    try await bubble {
      let results = Channel<Int>()
      let begun = Mutex(0)
      let pool = Task {
        await processJobs(Array(1...8), workers: 3, results: results.sendOnly) { job in
          begun.withLock { $0 += 1 }
          return job
        }
      }

      for received in 0..<5 {
        try await Task.sleep(for: .seconds(100_000))
        let jobs = begun.withLock { $0 }
        try #require(
          jobs == 3 + received,
          """
          after \(counted(received, "received result")), three workers wait with one result each: \
          \(3 + received) jobs should have begun, not \(jobs). A result is sent before the next job is taken
          """)
        _ = await results.receive()
      }
      for await _ in results {}
      await pool.value
    }
  }

  @Test func `a slow job holds up no other`() async throws {
    try await bubble {
      let results = Channel<Int>()
      let pool = Task {
        await processJobs([6, 1, 1, 1, 1, 1, 1], workers: 2, results: results.sendOnly) { job in
          try? await Task.sleep(for: .seconds(100_000 * job))
          return job
        }
      }

      var times: [Duration] = []
      for await _ in results { times.append(Bubble.elapsed) }
      await pool.value

      #expect(
        times.first == .seconds(100_000),
        "the first job of 100,000 s is done after 100,000 s: its result should be sent then")
      #expect(
        times.last == .seconds(600_000),
        """
        while one worker has the job of 600,000 s, the other should do the six jobs of 100,000 s
        """)
    }
  }

  @Test func `workers without a job do no harm`() async throws {
    try await bubble {
      for jobs in [[17], []] {
        let results = Channel<Int>(capacity: 1)

        await processJobs(jobs, workers: 3, results: results.sendOnly) { $0 }
        let first = results.tryReceive()
        let last = results.tryReceive()

        try #require(
          jobs.isEmpty ? first == .closed : first == .element(17),
          """
          when it returns, the jobs \(jobs) should have given \(counted(jobs.count, "result")); what came \
          first on `results`: \(first)
          """)
        try #require(
          last == .closed, "when it returns, `results` should be closed after the last result")
      }
    }
  }
}
