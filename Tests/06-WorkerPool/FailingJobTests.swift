import Bubble
import Channels
import Chapter06WorkerPool
import CourseTesting
import Synchronization
import Testing

private struct Broken: Error, Equatable {
  let job: Int
}

/// The outcomes of a channel, read until it is closed.
private struct Tally: Equatable {
  var results: [Int: [Int]] = [:]
  var broken: [Int] = []
  var others: [String] = []

  static func of(_ outcomes: Channel<Outcome>) async -> Tally {
    var tally = Tally()
    for await outcome in outcomes {
      do {
        tally.results[outcome.job, default: []].append(try outcome.result.get())
      } catch let error as Broken where error.job == outcome.job {
        tally.broken.append(outcome.job)
      } catch {
        tally.others.append("job \(outcome.job): \(error)")
      }
    }
    tally.broken.sort()
    return tally
  }
}

@Suite("6.5 A job that fails", .exercise("6.5"))
struct FailingJobTests {
  @Test func `each job has one outcome`() async throws {
    try await bubble {
      var draw = Draw(seed: 65)
      for (workers, jobs) in [
        (3, Array(1...7)), (4, draw.numbers(12, in: -3...3)), (1, [6, 0, 6]),
        (2, [.max, -1, .min, 5]),
      ] {
        let outcomes = Channel<Outcome>()
        let attempts = Mutex(0)
        let begin = Bubble.elapsed
        let pool = Task {
          await attemptJobs(jobs, workers: workers, outcomes: outcomes.sendOnly) { job in
            attempts.withLock { $0 += 1 }
            await Bubble.section("\(workers)") { try? await Task.sleep(for: .seconds(1)) }
            if job.isMultiple(of: 3) { throw Broken(job: job) }
            return job / 2
          }
        }

        let tally = await Tally.of(outcomes)
        await pool.value

        let good = jobs.filter { !$0.isMultiple(of: 3) }
        try #require(
          tally.results == Dictionary(grouping: good) { $0 }.mapValues { $0.map { $0 / 2 } },
          "expected one result for each of \(jobs) that is not a multiple of 3")
        try #require(
          tally.broken == jobs.filter { $0.isMultiple(of: 3) }.sorted() && tally.others == [],
          """
          expected each multiple of 3 among \(jobs) to have its own error as its outcome; jobs with \
          their own error: \(tally.broken), with another one: \(tally.others)
          """)
        try #require(
          attempts.withLock { $0 } == jobs.count, "each job should be attempted, and only once")
        try #require(
          Bubble.mostInside("\(workers)") == workers
            && Bubble.elapsed - begin == .seconds((jobs.count + workers - 1) / workers),
          """
          \(jobs.count) attempts of 1 s each: \(counted(workers, "worker")) should make them in \
          \((jobs.count + workers - 1) / workers) s, all at work at the same time, even if jobs fail. \
          They took \(Bubble.elapsed - begin), with at most \(Bubble.mostInside("\(workers)")) at work
          """
        )
      }
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      let outcomes = Channel<Outcome>(capacity: many)
      await attemptJobs(Array(1...many), workers: many, outcomes: outcomes.sendOnly) { job in
        await Bubble.section("many") { try? await Task.sleep(for: .seconds(1)) }
        throw Broken(job: job)
      }

      let most = Bubble.mostInside("many")
      #expect(most == many, "\(many) workers should attempt \(many) jobs at once, not \(most)")
    }
  }

  @Test func `a worker goes on after a failure`() async throws {
    try await bubble {
      let outcomes = Channel<Outcome>(capacity: 5)

      await attemptJobs([13, 31, 13, 2, 4], workers: 2, outcomes: outcomes.sendOnly) { job in
        if job > 10 { throw Broken(job: job) }
        return job / 2
      }
      let tally = await Tally.of(outcomes)

      #expect(tally.results == [2: [1], 4: [2]], "expected the jobs after the failures to be done")
      #expect(tally.broken == [13, 13, 31], "expected an outcome for each of the three failures")

      // One worker, and an error that could be taken for a cancellation.
      let quits = Channel<Outcome>(capacity: 4)
      let attempts = Mutex(0)
      await attemptJobs([13, 2, 31, 4], workers: 1, outcomes: quits.sendOnly) { job in
        attempts.withLock { $0 += 1 }
        if job > 10 { throw CancellationError() }
        return job / 2
      }
      let rest = await Tally.of(quits)
      #expect(
        rest.results == [2: [1], 4: [2]] && rest.others.count == 2,
        """
        `work` threw a `CancellationError` for two of four jobs: expected two errors and two results. \
        Results: \(rest.results); errors: \(rest.others)
        """)
      #expect(
        attempts.withLock { $0 } == 4, "each of 4 jobs should be attempted once, whatever it throws"
      )
    }
    try await bubble {
      let outcomes = Channel<Outcome>(capacity: 6)
      let attempts = Mutex(0)
      await attemptJobs([3, 1, 6, 2, 9, 4], workers: 2, outcomes: outcomes.sendOnly) { job in
        let number = attempts.withLock { attempts in
          attempts += 1
          return attempts
        }
        try? await Task.sleep(for: .seconds(number == 1 ? 5 : 1))
        if job.isMultiple(of: 3) { throw Broken(job: job) }
        return job
      }

      #expect(
        Bubble.elapsed == .seconds(5),
        """
        the first attempt takes 5 s, and the five others 1 s each: expected 5 s in all, as one of 2 \
        workers makes the five others. Does a job wait for a worker that is not free?
        """)
    }
  }

  @Test func `a failure does not disturb the others`() async throws {
    try await bubble {
      for isCancellation in [false, true] {
        let outcomes = Channel<Outcome>(capacity: 3)

        await attemptJobs([3, 1, 2], workers: 3, outcomes: outcomes.sendOnly) { job in
          try await Task.sleep(for: .seconds(100_000 * job))  // ends early when it is cancelled
          if job == 1 {
            if isCancellation { throw CancellationError() }
            throw Broken(job: job)
          }
          return job
        }
        let tally = await Tally.of(outcomes)

        try #require(
          tally.results == [2: [2], 3: [3]],
          """
          one job fails after 100,000 s; the others should not be cancelled, and should end by \
          themselves
          """)
        try #require(
          tally.others.count == (isCancellation ? 1 : 0)
            && tally.broken == (isCancellation ? [] : [1]),
          """
          job 1 threw \(isCancellation ? "a `CancellationError`, as any job may" : "an error"): expected \
          this error as the outcome of job 1, and no error for the other jobs. Jobs with their own \
          error: \(tally.broken), with another one: \(tally.others)
          """)
      }
    }
  }

  @Test func `an outcome waits for a receiver`() async throws {
    try await bubble {
      let outcomes = Channel<Outcome>()
      let pool = Task {
        await attemptJobs([3, 4, 6, 5], workers: 2, outcomes: outcomes.sendOnly) { job in
          if job.isMultiple(of: 3) { throw Broken(job: job) }
          return 0
        }
        if case .closed = outcomes.tryReceive() { return true }
        return false
      }

      var jobs: [Int] = []
      for await outcome in outcomes {
        jobs.append(outcome.job)
        try? await Task.sleep(for: .seconds(100_000))
      }
      let isClosed = await pool.value

      #expect(
        jobs.sorted() == [3, 4, 5, 6],
        """
        the reader takes 100,000 s for each outcome: all four should arrive, including errors and \
        zeros
        """)
      #expect(isClosed, "`outcomes` should be closed when it returns")
    }
    // Two outcomes at the same moment, and room for one.
    try await bubble {
      let outcomes = Channel<Outcome>(capacity: 1)
      let pool = Task {
        await attemptJobs([3, 4], workers: 2, outcomes: outcomes.sendOnly) { job in
          if job == 3 { throw Broken(job: job) }
          return job / 2
        }
      }
      try await Task.sleep(for: .seconds(1))

      let tally = await Tally.of(outcomes)
      await pool.value

      #expect(
        tally == Tally(results: [4: [2]], broken: [3]),
        """
        of two jobs, one fails and one gives 2, at the same moment; there is room for one outcome, and \
        the reader comes a second later: expected both outcomes. Results: \(tally.results); failed \
        jobs: \(tally.broken)
        """)
    }
  }

  @Test func `outcomes end also when everything fails`() async throws {
    try await bubble {
      for jobs in [[8, 9], []] {
        let outcomes = Channel<Outcome>()
        let pool = Task {
          await attemptJobs(jobs, workers: 1, outcomes: outcomes.sendOnly) { job in
            throw Broken(job: job)
          }
        }

        let tally = await Tally.of(outcomes)  // ends only when they are closed
        await pool.value

        try #require(tally.broken == jobs, "expected an error for each of \(jobs), then the end")
      }
    }
    try await bubble(.count(1)) {
      let outcomes = Channel<Outcome>(capacity: crowd)
      await attemptJobs(Array(1...crowd), workers: 1, outcomes: outcomes.sendOnly) { job in
        throw Broken(job: job)
      }

      let failures = await Tally.of(outcomes).broken.count
      #expect(failures == crowd, "\(crowd) jobs fail one after the other: expected \(crowd) errors")
    }
  }
}
