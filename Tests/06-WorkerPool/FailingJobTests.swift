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
      let outcomes = Channel<Outcome>()
      let attempts = Mutex(0)
      let pool = Task {
        await attemptJobs(Array(1...7), workers: 3, outcomes: outcomes.sendOnly) { job in
          attempts.withLock { $0 += 1 }
          try? await Task.sleep(for: .seconds(1))
          if job.isMultiple(of: 3) { throw Broken(job: job) }
          return job * 10
        }
      }

      let tally = await Tally.of(outcomes)
      await pool.value

      #expect(
        tally.results == [1: [10], 2: [20], 4: [40], 5: [50], 7: [70]],
        "expected one result for each job that is not a multiple of 3")
      #expect(
        tally.broken == [3, 6], "expected the jobs 3 and 6 to have their errors for outcomes")
      #expect(attempts.withLock { $0 } == 7, "expected one attempt for each of seven jobs")
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
    }
  }

  @Test func `a failure does not disturb the others`() async throws {
    try await bubble {
      let outcomes = Channel<Outcome>(capacity: 3)

      await attemptJobs([3, 1, 2], workers: 3, outcomes: outcomes.sendOnly) { seconds in
        try await Task.sleep(for: .seconds(seconds))  // ends early when the job is cancelled
        if seconds == 1 { throw Broken(job: seconds) }
        return seconds
      }
      let tally = await Tally.of(outcomes)

      #expect(tally.others == [], "one job fails after 1 s; the others should not be cancelled")
      #expect(tally.results == [2: [2], 3: [3]], "expected both other jobs to reach their ends")
    }
  }

  @Test func `outcomes end also when everything fails`() async throws {
    try await bubble {
      let outcomes = Channel<Outcome>()
      let pool = Task {
        await attemptJobs([8, 9], workers: 1, outcomes: outcomes.sendOnly) { job in
          throw Broken(job: job)
        }
      }

      let tally = await Tally.of(outcomes)  // ends only when they are closed
      await pool.value

      #expect(tally.broken == [8, 9], "expected two errors, then a closed channel")
    }
  }
}
