import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

@Suite("9.4 Patrol", .exercise("9.4"))
struct PatrolTests {
  @Test func `there is a pause after each round`() async throws {
    try await bubble {
      let starts = Mutex<[Duration]>([])
      let patrolling = Task {
        await patrol(pause: .seconds(2)) {
          starts.withLock { $0.append(Bubble.elapsed) }
          try? await Task.sleep(for: .seconds(1))
        }
      }

      try? await Task.sleep(for: .seconds(8))
      patrolling.cancel()
      _ = await patrolling.value

      let times = starts.withLock { $0 }
      #expect(
        times == [.zero, .seconds(3), .seconds(6)],
        "a round takes 1 s and the pause 2 s, so a round should begin every 3 s")
    }
  }

  @Test func `the patrol has no end of its own`() async throws {
    try await bubble {
      // A pause of zero is a pause, too, and it stops at no number of rounds.
      for (pause, walk, count) in [(0, 1, 7), (100_000, 0, 150)] {
        let begin = Bubble.elapsed
        let patrolling = Task {
          await patrol(pause: .seconds(pause)) {
            // A task of its own, so that the last round is walked to its end.
            await Task { try? await Task.sleep(for: .seconds(walk)) }.value
          }
        }

        try? await Task.sleep(for: .seconds((pause + walk) * count) - .milliseconds(500))
        patrolling.cancel()
        let rounds = await patrolling.value

        try #require(
          rounds == count,
          """
          with rounds of \(walk) s and pauses of \(pause) s, \(count) rounds begin before the \
          cancellation; expected that many, and the patrol should not end earlier
          """)
        try #require(
          Bubble.elapsed - begin == .seconds((pause + walk) * count)
            - .milliseconds(walk > 0 ? 0 : 500),
          "only the cancellation ends the patrol, after the round that is under way")
      }
    }
  }

  @Test func `cancelled during a pause, it ends at once`() async throws {
    try await bubble {
      let walked = Mutex(0)
      let patrolling = Task {
        await patrol(pause: .seconds(10)) { walked.withLock { $0 += 1 } }
      }

      try? await Task.sleep(for: .seconds(25))
      patrolling.cancel()
      let rounds = await patrolling.value

      let walks = walked.withLock { $0 }
      #expect(
        walks == 3, "rounds began at t = 0 s, 10 s and 20 s; none should begin after 25 s")
      #expect(rounds == 3, "your function should return the number of rounds that were walked")
      #expect(
        Bubble.elapsed == .seconds(25), "the pause that began at t = 20 s should be cut short")
    }
  }

  @Test func `cancelled as a pause ends, it begins no round`() async throws {
    try await bubble {
      let walks = Mutex((all: 0, cancelled: 0))
      let patrolling = Task {
        await patrol(pause: .seconds(10)) {
          let isCancelled = Task.isCancelled
          walks.withLock {
            $0.all += 1
            $0.cancelled += isCancelled ? 1 : 0
          }
        }
      }

      try? await Task.sleep(for: .seconds(15))
      let tasks = Bubble.liveTasks
      try? await Task.sleep(for: .seconds(5))
      // A round that already has a task of its own is about to begin.
      let mayBegin = Bubble.liveTasks > tasks
      patrolling.cancel()
      let rounds = await patrolling.value

      let (all, cancelled) = walks.withLock { $0 }
      #expect(
        cancelled == 0 || mayBegin,
        """
        the cancellation came at the moment when a pause ended, and a round began in a task that \
        was already cancelled; check before each round
        """)
      #expect(
        rounds == all && 2...3 ~= all && Bubble.elapsed == .seconds(20),
        """
        rounds began at t = 0 s and 10 s, and one may begin at 20 s, when the cancellation comes; \
        expected the patrol to end then, and to return the number of rounds that were walked
        """)
    }
  }

  @Test func `cancelled during a round, it ends after that round`() async throws {
    try await bubble {
      let patrolling = Task {
        await patrol(pause: .seconds(10)) {
          // A task of its own, so that the round is walked to its end.
          await Task { try? await Task.sleep(for: .seconds(100_000)) }.value
        }
      }

      try? await Task.sleep(for: .seconds(1))
      patrolling.cancel()
      let rounds = await patrolling.value

      #expect(rounds == 1, "the round that was under way counts, and no other should begin")
      #expect(
        Bubble.elapsed == .seconds(100_000),
        "the round ends at t = 100,000 s; no pause should follow it")
    }
  }

  @Test func `cancelled before it begins, it walks no round`() async throws {
    try await bubble {
      let patrolling = Task { await patrol(pause: .seconds(1)) {} }
      await Bubble.settle()
      patrolling.cancel()
      let first = await patrolling.value
      try #require(
        first == 1, "the patrol began with a round, and was cancelled in the pause after that round"
      )

      let cancelled = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await patrol(pause: .seconds(1)) {}
      }
      let rounds = await cancelled.value

      #expect(rounds == 0, "the task was cancelled before the patrol, so no round should begin")
    }
  }
}
