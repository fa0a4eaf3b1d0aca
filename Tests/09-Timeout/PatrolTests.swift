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

  @Test func `cancelled in a pause it ends at once`() async throws {
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
      #expect(rounds == 3, "it should return the number of rounds that were walked")
      #expect(
        Bubble.elapsed == .seconds(25), "the pause that began at t = 20 s should be cut short")
    }
  }

  @Test func `cancelled in a round it ends after that round`() async throws {
    try await bubble {
      let patrolling = Task {
        await patrol(pause: .seconds(10)) {
          // A task of its own, so that the round is walked to its end.
          await Task { try? await Task.sleep(for: .seconds(4)) }.value
        }
      }

      try? await Task.sleep(for: .seconds(1))
      patrolling.cancel()
      let rounds = await patrolling.value

      #expect(rounds == 1, "the round that was under way counts, and no other should begin")
      #expect(
        Bubble.elapsed == .seconds(4), "the round ends at t = 4 s; no pause should follow it")
    }
  }

  @Test func `cancelled before it begins it walks no round`() async throws {
    try await bubble {
      let patrolling = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await patrol(pause: .seconds(1)) {}
      }

      let rounds = await patrolling.value

      #expect(rounds == 0, "the task was cancelled before the patrol, so no round should begin")
    }
  }
}
