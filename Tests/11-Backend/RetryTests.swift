import Bubble
import Chapter11Backend
import CourseTesting
import Synchronization
import Testing

@Suite("11.5 Retry with backoff", .exercise("11.5"), .leavesNoTask)
struct RetryTests {
  @Test func `the pauses are 1 s, 2 s, 4 s, and so on`() async throws {
    try await bubble {
      for (attempts, seconds) in [(4, 0), (12, 0), (24, 0), (6, 3), (2, 100_000)] {
        let start = Bubble.elapsed
        let tries = Logbook<Int>()

        let error = await errorThrown {
          let number = try await retry(attempts: attempts) {
            tries.note(0)
            try await Task.sleep(for: .seconds(seconds))
            if tries.entries.count < attempts { throw Failed(number: tries.entries.count) }
            return tries.entries.count
          }
          if number != attempts { throw Failed(number: number) }
        }

        let expected = (0..<attempts).map { start + .seconds($0 * seconds + (1 << $0) - 1) }
        try #require(
          tries.times == expected,
          """
          each of \(attempts) tries takes \(seconds) s, and the last one succeeds: expected pauses \
          of 1 s, 2 s, 4 s, and so on, from the end of a failed try to the beginning of the next one
          """)
        try #require(
          error == "no error", "try \(attempts) of \(attempts) succeeded: expected its value")
      }
    }
  }

  @Test func `the first success ends it`() async throws {
    try await bubble {
      var draw = Draw(seed: 115)
      for (success, attempts) in [(1, 1), (1, 5), (2, 5), (3, 4), (4, 9), (3, 1_000)] {
        let start = Bubble.elapsed
        let value = draw.number(in: 100...999)
        let tries = Logbook<Int>()

        let result = try? await retry(attempts: attempts) {
          tries.note(0)
          if tries.entries.count < success { throw Failed(number: tries.entries.count) }
          return "\(value)"
        }

        try #require(
          result == "\(value)" && tries.entries.count == success,
          """
          try \(success) of \(attempts) succeeds: expected its value, and no further try; the \
          operation was called \(counted(tries.entries.count, "time"))
          """)
        try #require(
          Bubble.elapsed - start == .seconds((1 << (success - 1)) - 1),
          "expected the value at once when try \(success) succeeds, with no pause after it")
      }
      // An optional that is empty is a value, too.
      let tries = Logbook<Int>()
      let nothing = try await retry(attempts: 3) { () -> Int? in
        tries.note(0)
        return nil
      }
      #expect(
        nothing == nil && tries.entries.count == 1,
        "the first try returned `nil` without an error: expected this to be a success")
    }
  }

  @Test func `the last error comes at once`() async throws {
    try await bubble {
      for attempts in [1, 2, 3, 8] {
        let start = Bubble.elapsed
        let tries = Logbook<Int>()

        let error = await errorThrown {
          try await retry(attempts: attempts) {
            tries.note(0)
            throw Failed(number: tries.entries.count)
          }
        }

        let left = Bubble.liveTasks
        try #require(
          tries.entries.count == attempts,
          "every try fails: expected \(attempts) tries, as `attempts` says")
        try #require(
          error == "\(Failed(number: attempts))", "expected the error of the last try")
        try #require(
          Bubble.elapsed - start == .seconds((1 << (attempts - 1)) - 1) && left == 0,
          """
          \(attempts) tries fail, with pauses of 1 s, 2 s, 4 s, and so on between them: expected the \
          call to throw when the last one has failed, after \((1 << (attempts - 1)) - 1) s; it threw \
          after \(Bubble.elapsed - start). A pause after the last try would serve no purpose
          """)
      }
    }
  }

  @Test func `cancelled in a pause, it stops at once`() async throws {
    try await bubble {
      for (seconds, count) in [(2, 2), (6, 3), (100, 7)] {
        let start = Bubble.elapsed
        let tries = Logbook<Int>()
        let calling = Task {
          try await retry(attempts: 9) {
            tries.note(0)
            throw Failed(number: tries.entries.count)
          }
        }
        try await Task.sleep(for: .seconds(seconds))

        calling.cancel()

        let error = await errorThrown { try await calling.value }
        try #require(
          tries.entries.count == count,
          """
          the caller is cancelled after \(seconds) s, in the pause after try \(count): expected no \
          further try, and there were \(tries.entries.count) in all. What does your code do when a \
          pause ends because of the cancellation?
          """)
        try #require(
          Bubble.elapsed - start == .seconds(seconds) && error == "CancellationError()",
          """
          the caller is cancelled in a pause after \(seconds) s: expected the call to throw \
          `CancellationError` at that moment
          """)
      }
      // In the moment in which a pause ends, after 3 s.
      let start = Bubble.elapsed
      let tries = Logbook<Int>()
      let tied = Task {
        try await retry(attempts: 9) {
          tries.note(0)
          throw Failed(number: tries.entries.count)
        }
      }
      try await Task.sleep(for: .seconds(3))
      tied.cancel()
      _ = await errorThrown { try await tied.value }
      #expect(
        Bubble.elapsed - start == .seconds(3) && 2...3 ~= tries.entries.count,
        """
        the caller is cancelled at the moment when try 3 may begin: expected two or three tries, \
        and no further pause
        """)
    }
  }

  @Test func `cancelled in a try, it does not try again`() async throws {
    try await bubble {
      for (isStubborn, isLast) in [(false, false), (true, false), (false, true), (true, true)] {
        let start = Bubble.elapsed
        let tries = Logbook<Int>()
        let calling = Task {
          try await retry(attempts: isLast ? 2 : 9) {
            tries.note(0)
            let number = tries.entries.count
            if number == 1 { throw Failed(number: 1) }
            do {
              try await Task.sleep(for: .seconds(60))
            } catch {
              if isStubborn { await stubbornly(for: .seconds(100_000)) }
              throw Failed(number: number)
            }
          }
        }
        try await Task.sleep(for: .seconds(3))

        calling.cancel()

        let error = await errorThrown { try await calling.value }
        let left = Bubble.liveTasks
        try #require(
          tries.entries.count == 2,
          """
          the caller is cancelled during try 2, which then fails: expected no further try, and there \
          were \(tries.entries.count) in all
          """)
        try #require(
          Bubble.elapsed - start == .seconds(isStubborn ? 100_003 : 3) && left == 0,
          """
          the caller is cancelled after 3 s, during a try that then needs \
          \(isStubborn ? 100_000 : 0) s to stop: expected the call to end with it, and it ended \
          after \(Bubble.elapsed - start)
          """)
        try #require(
          error == "CancellationError()" || error == "\(Failed(number: 2))",
          "the caller was cancelled and try 2 failed: expected one of these two errors")
      }

      let successful = Task {
        try await retry(attempts: 3) {
          await stubbornly(for: .seconds(2))
          return "pilot"
        }
      }
      await Bubble.settle()
      successful.cancel()
      let value = try? await successful.value
      try #require(
        value == "pilot", "the caller was cancelled during a try that succeeds: expected its value")

      let start = Bubble.elapsed
      let tries = Logbook<Int>()
      let tooLate = Task {
        try await retry(attempts: 3) {
          tries.note(0)
          throw Failed(number: tries.entries.count)
        }
      }
      tooLate.cancel()
      let error = await errorThrown { try await tooLate.value }
      #expect(
        error != "no error" && tries.entries.count <= 1 && Bubble.elapsed == start,
        """
        the caller was cancelled before the call: expected at most one try, and an error at once
        """)
    }
  }

  @Test func `an error named cancellation is an error like any other`() async throws {
    try await bubble {
      let tries = Logbook<Int>()
      let value = try? await retry(attempts: 4) {
        tries.note(0)
        if tries.entries.count < 3 { throw CancellationError() }
        return "pilot"
      }
      try #require(
        value == "pilot" && tries.times == [.zero, .seconds(1), .seconds(3)],
        """
        two tries throw `CancellationError`, although the caller was not cancelled: expected the \
        usual pauses and the value of try 3. Does this error mean that the caller was cancelled?
        """)
      let error = await errorThrown { try await retry(attempts: 2) { throw CancellationError() } }
      #expect(
        error == "CancellationError()" && Bubble.elapsed == .seconds(4),
        "both tries throw `CancellationError`: expected the error of the second one, after 1 s")
    }
  }
}
