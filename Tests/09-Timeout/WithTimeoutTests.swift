import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

/// What an operation of these tests may fail with.
private struct LineSnapped: Error, Equatable {}

/// Says by which way an operation ended.
private enum End: Equatable, CustomStringConvertible {
  case result(Int?)
  case timedOut, snapped, cancelled
  case other(String)

  var description: String {
    switch self {
    case .result(let value): "the result \(value.map(String.init) ?? "nil")"
    case .timedOut: "TimedOut"
    case .snapped: "the error LineSnapped"
    case .cancelled: "CancellationError"
    case .other(let error): error
    }
  }

  /// Calls `withTimeout`, and notes how it ended.
  static func of(
    _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Int?
  ) async -> End {
    do {
      return .result(try await withTimeout(limit, operation))
    } catch is TimedOut {
      return .timedOut
    } catch is LineSnapped {
      return .snapped
    } catch is CancellationError {
      return .cancelled
    } catch {
      return .other("\(error)")
    }
  }

  /// Ends an operation this way.
  func reach() throws -> Int? {
    switch self {
    case .result(let value): return value
    case .snapped: throw LineSnapped()
    case .timedOut: throw TimedOut()
    case .cancelled, .other: throw CancellationError()
    }
  }
}

/// What all others rest on: a limit ends what takes longer.
private func requireThatTheLimitCounts() async throws {
  let begin = Bubble.elapsed
  let end = await End.of(.seconds(1)) {
    try await Task.sleep(for: .seconds(5))
    return 5
  }
  try #require(
    end == .timedOut && Bubble.elapsed - begin == .seconds(1),
    "first of all, if an operation takes 5 s, a limit of 1 s should end it after 1 s, with TimedOut"
  )
}

@Suite("9.3 With timeout", .exercise("9.3"), .leavesNoTask)
struct WithTimeoutTests {
  @Test func `a result in time comes through at once`() async throws {
    try await bubble {
      try await requireThatTheLimitCounts()
      var draw = Draw(seed: 93)
      for depth in [draw.number(in: 1...999), nil, 0, draw.number(in: -99 ... -1)] {
        let begin = Bubble.elapsed
        let time = Duration.milliseconds(draw.number(in: 1...200_000_000))
        let calls = Mutex(0)

        let end = await End.of(time + .milliseconds(200)) {
          calls.withLock { $0 += 1 }
          try await Task.sleep(for: time)
          return depth
        }
        let tasks = Bubble.liveTasks
        let times = calls.withLock { $0 }

        try #require(
          end == .result(depth), "the operation ended 0.2 s before its limit; expected its result")
        try #require(
          Bubble.elapsed - begin == time,
          "the operation was done after \(time); nobody should wait for the clock after that")
        try #require(
          times == 1, "the operation should be called once; it was called \(times) times")
        try #require(
          tasks == 0,
          """
          your function has returned, and tasks that it started are still alive: \(tasks). \
          Cancelling is a request: who waits until they have ended?
          """)
      }
    }
  }

  @Test func `past the limit the operation is cancelled`() async throws {
    try await bubble {
      for last in [End.result(7), .snapped, .cancelled] {
        let cancelledAt = Mutex<Duration?>(nil)
        let begin = Bubble.elapsed

        let end = await End.of(.milliseconds(2_400)) {
          do {
            try await Task.sleep(for: .seconds(10))
          } catch {
            cancelledAt.withLock { $0 = Bubble.elapsed - begin }
          }
          return try last.reach()
        }
        let tasks = Bubble.liveTasks

        let cancelled = cancelledAt.withLock { $0 }
        try #require(
          cancelled == .milliseconds(2_400),
          "the operation takes 10 s, and its limit is 2.4 s: it should be cancelled after 2.4 s")
        try #require(
          end == .timedOut,
          """
          the operation took longer than its limit and, once cancelled, ended with \(last): that is \
          too late, expected TimedOut
          """)
        try #require(
          Bubble.elapsed - begin == .milliseconds(2_400),
          "the operation ended as soon as it was cancelled: the call should end then, too")
        try #require(
          tasks == 0,
          "your function has thrown and left tasks behind: \(tasks). Who waits for them?"
        )
      }
    }
  }

  @Test func `an error in time comes through at once`() async throws {
    try await bubble {
      try await requireThatTheLimitCounts()
      for error in [End.snapped, .cancelled, .timedOut] {
        let begin = Bubble.elapsed
        let calls = Mutex(0)

        let end = await End.of(.seconds(10)) {
          calls.withLock { $0 += 1 }
          try await Task.sleep(for: .seconds(1))
          return try error.reach()
        }
        let tasks = Bubble.liveTasks
        let times = calls.withLock { $0 }

        try #require(
          end == error, "the operation threw \(error) in time: its own error should come through")
        try #require(
          Bubble.elapsed - begin == .seconds(1),
          "the operation failed after 1 s: the call should end then, too")
        try #require(times == 1, "an operation that fails is not called again")
        try #require(
          tasks == 0,
          "your function has thrown and left tasks behind: \(tasks). Who waits for them?"
        )
      }
    }
  }

  @Test func `a stubborn operation is waited for`() async throws {
    try await bubble {
      let hasEnded = Mutex(false)

      let end = await End.of(.seconds(2)) {
        // A task of its own does not hear of the cancellation.
        await Task { try? await Task.sleep(for: .seconds(100_000)) }.value
        hasEnded.withLock { $0 = true }
        return 1
      }

      let ended = hasEnded.withLock { $0 }
      #expect(
        ended && Bubble.elapsed == .seconds(100_000),
        "the operation goes on until t = 100,000 s although it was cancelled; wait for it to end")
      #expect(
        end == .timedOut, "it took 100,000 s instead of 2 s, so its result comes too late to count")
    }
  }

  @Test func `cancelling the caller cancels the operation`() async throws {
    try await bubble {
      try await requireThatTheLimitCounts()
      for last in [End.cancelled, .snapped] {
        let cancelledAt = Mutex<Duration?>(nil)
        let begin = Bubble.elapsed
        let calling = Task {
          await End.of(.seconds(10)) {
            do {
              try await Task.sleep(for: .seconds(7))
            } catch {
              cancelledAt.withLock { $0 = Bubble.elapsed - begin }
            }
            return try last.reach()
          }
        }

        try await Task.sleep(for: .seconds(1))
        calling.cancel()
        let end = await calling.value

        let cancelled = cancelledAt.withLock { $0 }
        try #require(
          cancelled == .seconds(1),
          "the caller was cancelled at t = 1 s, so the operation should be cancelled, too")
        try #require(
          Bubble.elapsed - begin == .seconds(1),
          "the operation ended at t = 1 s: the call should end then, too")
        try #require(
          end == last, "the operation was cancelled with its caller and threw \(last) itself")
      }

      let begin = Bubble.elapsed
      let early = Task {
        await End.of(.seconds(10)) {
          try await Task.sleep(for: .seconds(7))
          return 7
        }
      }
      early.cancel()
      let end = await early.value
      #expect(
        end == .cancelled && Bubble.elapsed == begin,
        "the caller was cancelled before the call: the operation should be cancelled at once")
    }
  }

  @Test func `a cancelled caller gets what the operation returns`() async throws {
    try await bubble {
      try await requireThatTheLimitCounts()
      for tidying in [0, 100_000] {
        let begin = Bubble.elapsed
        let calling = Task {
          await End.of(.seconds(10 + tidying)) {
            try? await Task.sleep(for: .seconds(7))
            // A task of its own, so that it is not cancelled too.
            await Task { try? await Task.sleep(for: .seconds(tidying)) }.value
            return 7
          }
        }

        try await Task.sleep(for: .seconds(1))
        calling.cancel()
        let end = await calling.value

        try #require(
          end == .result(7),
          """
          the caller was cancelled after 1 s, and the operation still returned 7, \(tidying) s \
          later: expected that result; did your clock answer in its place?
          """)
        try #require(
          Bubble.elapsed - begin == .seconds(1 + tidying),
          "the call should end when the operation ends")
      }

      let early = Task {
        await End.of(.seconds(10)) {
          try? await Task.sleep(for: .seconds(7))
          return 8
        }
      }
      early.cancel()
      let end = await early.value
      #expect(
        end == .result(8),
        """
        the caller was cancelled before the call, and the operation returns 8 all the same: expected \
        that result, and not \(end). Does your function give up before it calls the operation?
        """)
    }
  }
}
