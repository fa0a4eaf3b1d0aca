import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

/// What an operation of these tests may fail with.
private struct LineSnapped: Error {}

@Suite("9.3 With timeout", .exercise("9.3"), .leavesNoTask)
struct WithTimeoutTests {
  @Test func `a result in time comes through at once`() async throws {
    try await bubble {
      let depth = try await withTimeout(.seconds(10)) {
        try await Task.sleep(for: .seconds(3))
        return 42
      }

      #expect(depth == 42, "the operation returned 42 within its limit")
      #expect(
        Bubble.elapsed == .seconds(3),
        "the operation was done at t = 3 s; nobody should wait for the clock after that")
    }
  }

  @Test func `past the limit the operation is cancelled`() async throws {
    try await bubble {
      let sawCancellation = Mutex(false)

      await #expect(
        throws: TimedOut.self, "the operation takes 10 s, which is longer than its limit of 2 s"
      ) {
        try await withTimeout(.seconds(2)) {
          try? await Task.sleep(for: .seconds(10))
          sawCancellation.withLock { $0 = Task.isCancelled }
        }
      }

      #expect(Bubble.elapsed == .seconds(2), "the limit of 2 s should end it")
      let wasCancelled = sawCancellation.withLock { $0 }
      #expect(wasCancelled, "the slow operation should have been cancelled")
    }
  }

  @Test func `an error in time comes through at once`() async throws {
    try await bubble {
      await #expect(throws: LineSnapped.self, "the operation's own error should come through") {
        try await withTimeout(.seconds(10)) {
          try await Task.sleep(for: .seconds(1))
          throw LineSnapped()
        }
      }

      #expect(Bubble.elapsed == .seconds(1), "the operation failed at t = 1 s; that ends it")
    }
  }

  @Test func `a stubborn operation is waited for`() async throws {
    try await bubble {
      let end = Mutex(false)

      await #expect(
        throws: TimedOut.self, "it took 5 s instead of 2 s, so its result comes too late to count"
      ) {
        try await withTimeout(.seconds(2)) {
          // A task of its own does not hear of the cancellation.
          await Task { try? await Task.sleep(for: .seconds(5)) }.value
          end.withLock { $0 = true }
        }
      }

      let hasEnded = end.withLock { $0 }
      #expect(
        hasEnded,
        "the operation goes on until t = 5 s although it was cancelled; wait for it to end")
    }
  }

  @Test func `cancelling the caller cancels the operation`() async throws {
    try await bubble {
      let sawCancellation = Mutex(false)
      let calling = Task {
        try await withTimeout(.seconds(10)) {
          defer { sawCancellation.withLock { $0 = Task.isCancelled } }
          try await Task.sleep(for: .seconds(7))
        }
      }

      try await Task.sleep(for: .seconds(1))
      calling.cancel()

      await #expect(
        throws: CancellationError.self, "the operation was cancelled with its caller and said so"
      ) {
        try await calling.value
      }
      let wasCancelled = sawCancellation.withLock { $0 }
      #expect(wasCancelled, "the operation itself should have been cancelled, at t = 1 s")
      #expect(Bubble.elapsed == .seconds(1), "the caller was cancelled at t = 1 s; that ends it")
    }
  }
}
