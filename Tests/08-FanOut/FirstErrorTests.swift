import Bubble
import Chapter08FanOut
import CourseTesting
import Synchronization
import Testing

/// The error that a job of these tests fails with.
private struct Wet: OwnError, Equatable {
  var job: Int

  var description: String { "Wet(job: \(job))" }
}

/// Takes a while, and does not react to cancellation.
private func stubbornly(for seconds: Int) async {
  await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
}

@Suite("8.4 First error cancels the rest", .exercise("8.4"), .leavesNoTask)
struct FirstErrorTests {
  @Test func `all jobs run at once, and the call returns with the last`() async throws {
    try await bubble {
      for durations in [[3, 1, 2], [1, 2, 100_000], [4], Array(1...20), []] {
        let start = Bubble.elapsed
        let begins = Mutex<[Duration]>([])

        try await runAll(
          durations.map { seconds in
            {
              begins.withLock { $0.append(Bubble.elapsed - start) }
              try await Task.sleep(for: .seconds(seconds))
            }
          })

        let left = Bubble.liveTasks
        try #require(left == 0, "the call has returned, so no task should be left")
        let started = begins.withLock { $0 }
        try #require(
          started == durations.map { _ in .zero },
          "\(durations.count) jobs: expected every one of them to be called once, and at once")
        try #require(
          Bubble.elapsed - start == .seconds(durations.max() ?? 0),
          "the jobs take \(durations) s: the call should return with the last one")
      }
    }
    try await bubble(.count(1)) {
      try await runAll(
        Array(
          repeating: {
            try await Bubble.section("jobs") { try await Task.sleep(for: .seconds(5)) }
          }, count: crowd))

      let most = Bubble.mostInside("jobs")
      #expect(most == crowd, "\(crowd) jobs: expected all to run at once; \(most) did")
    }
  }

  @Test func `the first error cancels the others at that moment`() async throws {
    try await bubble {
      for (failing, seconds) in [(2, 2), (0, 2), (1, 2), (0, 0)] {
        let start = Bubble.elapsed
        let calls = Mutex<[Int]>([])
        let ends = Mutex<[Duration]>([])
        let jobs = (0..<3).map { number -> @Sendable () async throws -> Void in
          {
            calls.withLock { $0.append(number) }
            if number == failing {
              if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
              throw Wet(job: number)
            }
            defer { ends.withLock { $0.append(Bubble.elapsed - start) } }
            try await Task.sleep(for: .seconds(60))
          }
        }

        let error = await errorThrown { try await runAll(jobs) }

        let called = calls.withLock { $0.sorted() }
        try #require(called == [0, 1, 2], "expected each of three jobs to be called once")
        try #require(
          error == "\(Wet(job: failing))",
          "job \(failing) fails after \(seconds) s; the others end only when they are cancelled")
        let others = ends.withLock { $0 }
        try #require(
          others == .seconds(seconds, seconds),
          """
          job \(failing) fails after \(seconds) s: both others should be cancelled then, and the \
          call should wait until they have ended
          """)
        try #require(
          Bubble.elapsed - start == .seconds(seconds),
          "all jobs have ended after \(seconds) s; what does the call still wait for?")
      }
    }
  }

  @Test func `a job that needs time to stop is waited for`() async throws {
    try await bubble {
      for isStubbornFirst in [true, false] {
        let start = Bubble.elapsed
        let end = Mutex<Duration?>(nil)
        let stubborn: @Sendable () async throws -> Void = {
          try? await Task.sleep(for: .seconds(60))
          await stubbornly(for: 100_000)
          end.withLock { $0 = Bubble.elapsed - start }
        }
        let failing: @Sendable () async throws -> Void = {
          try await Task.sleep(for: .seconds(1))
          throw Wet(job: 1)
        }

        let error = await errorThrown {
          try await runAll(isStubbornFirst ? [stubborn, failing] : [failing, stubborn])
        }

        let left = Bubble.liveTasks
        let ended = end.withLock { $0 }
        try #require(
          ended == .seconds(100_001) && left == 0,
          """
          a job is cancelled after 1 s and needs 100,000 s to stop, so the call should end after \
          100,001 s; it ended after \(Bubble.elapsed - start)
          """)
        try #require(
          Bubble.elapsed - start == .seconds(100_001),
          "every job has ended after 100,001 s: the call should end then")
        try #require(
          error == "\(Wet(job: 1))",
          "one job failed after 1 s, and no other job threw: expected its error")
      }
    }
  }

  @Test func `the first error is thrown, whatever comes later`() async throws {
    try await bubble {
      let orders = [[1, 2, 3], [3, 2, 1], [2, 1, 3]]
      for durations in orders {
        let error = await errorThrown {
          try await runAll(
            durations.map { seconds in
              {
                do {
                  try await Task.sleep(for: .seconds(seconds))
                } catch {
                  throw Wet(job: 10 * seconds)
                }
                throw Wet(job: seconds)
              }
            })
        }
        try #require(
          error == "\(Wet(job: 1))",
          "job 1 failed after 1 s; the others failed only because they were cancelled then")
      }
      for durations in orders {
        let error = await errorThrown {
          try await runAll(
            durations.map { seconds in
              {
                await stubbornly(for: seconds)
                throw Wet(job: seconds)
              }
            })
        }
        try #require(
          error == "\(Wet(job: 1))", "job 1 failed after 1 s, and the others after 2 s and 3 s")
      }
      for isFirst in [true, false] {
        let gone: @Sendable () async throws -> Void = {
          await stubbornly(for: 1)
          throw CancellationError()
        }
        let wet: @Sendable () async throws -> Void = {
          await stubbornly(for: 2)
          throw Wet(job: 2)
        }
        let error = await errorThrown { try await runAll(isFirst ? [gone, wet] : [wet, gone]) }
        try #require(
          error == "CancellationError()",
          """
          a job threw this error by itself after 1 s, before anything was cancelled, so it is the \
          first one; the other job failed after 2 s
          """)
      }
    }
  }

  @Test func `cancelling the caller cancels the jobs`() async throws {
    try await bubble {
      let ends = Mutex<[Duration]>([])
      let calling = Task {
        try await runAll([
          {
            defer { ends.withLock { $0.append(Bubble.elapsed) } }
            try await Task.sleep(for: .seconds(60))
          },
          {
            try? await Task.sleep(for: .seconds(60))
            await stubbornly(for: 100_000)
            ends.withLock { $0.append(Bubble.elapsed) }
            throw Wet(job: 1)
          },
        ])
      }

      try await Task.sleep(for: .seconds(1))
      calling.cancel()
      let error = await errorThrown { try await calling.value }

      let times = ends.withLock { $0 }
      try #require(
        times == .seconds(1, 100_001),
        """
        the caller is cancelled after 1 s, and both jobs should be cancelled with it: one stops at \
        once, the other one needs 100,000 s. How do your tasks learn of the cancellation?
        """)
      #expect(
        Bubble.elapsed == .seconds(100_001), "the call should wait until both jobs have ended")
      #expect(
        error == "CancellationError()",
        """
        one job threw this error after 1 s, when it was cancelled; the other job failed after \
        100,001 s
        """)

      let patient = Task { try await runAll([{ try? await Task.sleep(for: .seconds(60)) }]) }
      try await Task.sleep(for: .seconds(1))
      patient.cancel()
      let none = await errorThrown { try await patient.value }
      #expect(
        none == "no error", "the caller was cancelled, but its only job ended without an error")

      let start = Bubble.elapsed
      let calls = Mutex(0)
      let job: @Sendable () async throws -> Void = {
        calls.withLock { $0 += 1 }
        try await Task.sleep(for: .seconds(60))
      }
      let tooLate = Task { try await runAll([job, job, job]) }
      tooLate.cancel()
      let lateError = await errorThrown { try await tooLate.value }
      let called = calls.withLock { $0 }
      try #require(
        called == 3,
        """
        the caller was cancelled before the call: each of three jobs should still be called, and \
        can see that it is cancelled
        """)
      #expect(
        Bubble.elapsed == start && lateError == "CancellationError()",
        """
        the caller was cancelled before the call, so its jobs should be cancelled at once and throw \
        this error
        """)

      let begin = Bubble.elapsed
      let halfDone = Task {
        try await runAll([
          { try await Task.sleep(for: .seconds(1)) }, { try await Task.sleep(for: .seconds(60)) },
        ])
      }
      try await Task.sleep(for: .seconds(2))
      halfDone.cancel()
      let halfError = await errorThrown { try await halfDone.value }
      #expect(
        Bubble.elapsed - begin == .seconds(2) && halfError == "CancellationError()",
        """
        one of two jobs has ended after 1 s, and the caller is cancelled after 2 s: the other job \
        should be cancelled then
        """)
    }
    // Little happens here, so that the schedules differ in how the cancellation meets the beginning.
    try await bubble {
      let calling = Task {
        try await runAll([
          { try await Task.sleep(for: .seconds(60)) }, { try await Task.sleep(for: .seconds(60)) },
        ])
      }
      Task { calling.cancel() }
      let error = await errorThrown { try await calling.value }
      #expect(
        error == "CancellationError()" && Bubble.elapsed == .zero,
        """
        the caller is cancelled at the moment when its jobs begin: expected both to be cancelled then. \
        Does a cancellation reach a job that is just beginning?
        """)
    }
  }
}
