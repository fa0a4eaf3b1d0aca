import Bubble
import Channels
import Chapter06WorkerPool
import CourseTesting
import Testing

@Suite("6.1 Worker", .exercise("6.1"))
struct WorkerTests {
  @Test func `each job gives its result`() async throws {
    try await bubble {
      let jobs = Channel<Int>(capacity: 4)
      let results = Channel<Int>(capacity: 4)
      for job in [4, 8, 15, 16] { await jobs.send(job) }
      jobs.close()

      await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 * 2 }

      var arrived: [Int] = []
      while case .element(let result) = results.tryReceive() { arrived.append(result) }
      #expect(
        arrived == [8, 16, 30, 32],
        "expected the doubles of the jobs 4, 8, 15, 16, all sent when the worker returns")
    }
  }

  @Test func `jobs that come late are worked on too`() async throws {
    try await bubble {
      let jobs = Channel<Int>(capacity: 3)
      let results = Channel<Int>(capacity: 3)
      let clerk = Task {
        for job in [3, 4, 5] {
          try? await Task.sleep(for: .seconds(2))
          await jobs.send(job)
        }
        jobs.close()
      }

      await worker(jobs: jobs.receiveOnly, results: results.sendOnly) { $0 + 100 }
      #expect(
        Bubble.elapsed == .seconds(6),
        "jobs come at 2 s, 4 s and 6 s; the worker should stay until they are closed at 6 s")
      await clerk.value

      #expect(results.count == 3, "expected a result for each of three jobs that came late")
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
          await Bubble.section("work") { try? await Task.sleep(for: .seconds(1)) }
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
        times == [.seconds(1), .seconds(2), .seconds(3)],
        "each job takes 1 s: its result should be sent then, not later with the others")
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
