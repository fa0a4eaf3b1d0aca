import Bubble
import Channels
import Chapter06WorkerPool
import CourseTesting
import Synchronization
import Testing

@Suite("6.1 Worker", .exercise("6.1"))
struct WorkerTests {
  @Test func `each job gives its result`() async throws {
    try await bubble {
      var draw = Draw(seed: 61)
      // Jobs and results may be any numbers, and equal.
      for load in [
        [4, 8, 15, 16], [0, 3, 3, -3, 0, 0], [], [.max, -1, .min, 8], draw.numbers(20, in: -3...3),
      ] {
        let jobs = Channel<Int>(capacity: 20)
        let results = Channel<Int>(capacity: 20)
        for job in load { await jobs.send(job) }
        jobs.close()
        let asked = Mutex<[Int]>([])

        await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { job in
          asked.withLock { $0.append(job) }
          return job / 2
        }

        var arrived: [Int] = []
        while case .element(let result) = results.tryReceive() { arrived.append(result) }
        try #require(
          arrived == load.map { $0 / 2 },
          "expected the halves of the jobs \(load), all sent when the worker returns")
        try #require(
          asked.withLock { $0 } == load, "each of the jobs \(load) should be worked on once")
      }
    }
    try await bubble(.count(1)) {
      let jobs = Channel<Int>(capacity: 10 * crowd)
      let results = Channel<Int>(capacity: 10 * crowd)
      for job in 1...10 * crowd { await jobs.send(job) }
      jobs.close()

      await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 }

      #expect(
        results.count == 10 * crowd,
        "\(10 * crowd) jobs, then `jobs` is closed: expected as many results")
    }
    // Two workers have a result at the same moment, and there is room for one.
    try await bubble {
      let jobs = Channel<Int>(capacity: 2)
      let results = Channel<Int>(capacity: 1)
      for job in [4, 8] { await jobs.send(job) }
      jobs.close()
      let workers = (1...2).map { _ in
        Task { await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 / 2 } }
      }

      var arrived: [Int] = []
      for _ in 1...2 {
        await Bubble.settle()
        if case .element(let result) = results.tryReceive() { arrived.append(result) }
      }
      for worker in workers { await worker.value }

      #expect(
        arrived.sorted() == [2, 4],
        """
        two workers share the jobs 4 and 8, and `results` has room for one result; expected both \
        halves, the second one when there is room again, but the results were \(arrived)
        """)
    }
  }

  @Test func `jobs that come late are worked on too`() async throws {
    try await bubble {
      for pause in [2, 100_000] {
        let jobs = Channel<Int>(capacity: 3)
        let results = Channel<Int>(capacity: 3)
        let begin = Bubble.elapsed
        let clerk = Task {
          for job in [3, 4, 5] {
            try? await Task.sleep(for: .seconds(pause))
            await jobs.send(job)
          }
          jobs.close()
        }

        await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 + 100 }
        let time = Bubble.elapsed - begin
        await clerk.value

        try #require(
          time == .seconds(3 * pause),
          "three jobs come, one every \(pause) s, then `jobs` is closed: the worker should return then"
        )
        try #require(results.count == 3, "expected a result for each of three jobs that came late")
      }
    }
  }

  @Test func `a result is sent before the next job is taken`() async throws {
    try await bubble {
      var draw = Draw(seed: 161)
      let load = draw.numbers(5, in: 1...99)
      let jobs = Channel<Int>(capacity: 5)
      let results = Channel<Int>()
      for job in load { await jobs.send(job) }
      jobs.close()
      let working = Task {
        await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { -$0 }
      }

      for (number, job) in load.enumerated() {
        try await Task.sleep(for: .seconds(100_000))
        try #require(
          jobs.count == 4 - number,
          """
          result \(number + 1) of 5 has waited 100,000 s for a receiver: the next job should still be \
          in the channel, where another worker can take it
          """)
        let result = await results.receive()
        try #require(result == -job, "expected the results in the order of the jobs")
      }
      await working.value
      #expect(Bubble.liveTasks == 0, "it has returned; which task of yours has not ended yet?")
    }
  }

  @Test func `it works on one job after the other`() async throws {
    try await bubble {
      let jobs = Channel<Int>(capacity: 3)
      let results = Channel<Int>()
      for job in [20, 30, 40] { await jobs.send(job) }
      jobs.close()
      let working = Task {
        await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { job in
          await Bubble.section("work") { try? await Task.sleep(for: .seconds(100_000)) }
          return job / 10
        }
      }

      var times: [Duration] = []
      for _ in 1...3 {
        _ = await results.receive()
        times.append(Bubble.elapsed)
      }
      await working.value

      #expect(Bubble.mostInside("work") == 1, "one worker should work on one job at a time")
      #expect(
        times == [.seconds(100_000), .seconds(200_000), .seconds(300_000)],
        "each job takes 100,000 s: its result should be sent then, not later with the others")
    }
  }

  @Test func `results stay open for other workers`() async throws {
    try await bubble {
      let jobs = Channel<Int>(capacity: 1)
      let results = Channel<Int>(capacity: 2)
      await jobs.send(42)
      jobs.close()

      await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 }

      #expect(results.tryReceive() == .element(42), "expected one result for the only job")
      #expect(
        results.tryReceive() == .nothing,
        "expected `results` to be empty and open: another worker may still have a result to send")
    }
  }
}
