import Bubble
import Channels
import Chapter07Pipeline
import CourseTesting
import Synchronization
import Testing

private struct Storm: Error {}

/// How many numbers were taken out of a sequence.
private final class Taken: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock { $0 } }

  func takeNext() -> Int? {
    number.withLock { number in
      number += 1
      return number <= 1_000 ? number : nil
    }
  }
}

/// 1, 2, 3, … up to 1,000.
private struct Numbered: Sequence, IteratorProtocol, Sendable {
  let taken: Taken

  func next() -> Int? { taken.takeNext() }
}

@Suite("7.2 Leave early", .exercise("7.2"))
struct LeaveEarlyTests {
  @Test func `the squares end with the numbers`() async throws {
    try await bubble {
      var draw = Draw(seed: 72)
      for count in [6, 1, 0, 20] {
        // Some are equal, zero or below.
        let numbers = draw.numbers(count, in: -3...3)
        let squares = try await withSquares(of: numbers) { squares in
          var arrived: [Int] = []
          for await square in squares { arrived.append(square) }
          return arrived
        }
        let alive = Bubble.liveTasks

        try #require(
          squares == numbers.map { $0 * $0 },
          "expected the squares of \(numbers), then a closed channel")
        try #require(
          alive == 0,
          "both stages should have ended when your function returns; tasks still alive: \(alive)")
      }
    }
    try await bubble(.count(1)) {
      let squares = try await withSquares(of: Array(1...1_000)) { squares in
        var arrived: [Int] = []
        for await square in squares { arrived.append(square) }
        return arrived
      }

      #expect(
        squares == (1...1_000).map { $0 * $0 },
        "expected the squares of 1 to 1,000; received: \(squares.count)")
    }
  }

  @Test func `leaving early leaves nothing behind`() async throws {
    try await bubble {
      for wanted in [5, 1, 0] {
        let squares = try await withSquares(of: Array(10..<1_000)) { squares in
          var arrived: [Int] = []
          for _ in 0..<wanted { arrived.append(await squares.receive() ?? -1) }
          return arrived
        }

        #expect(
          squares == (10..<(10 + wanted)).map { $0 * $0 },
          """
          the reader returns the first \(counted(wanted, "square")) of 10, 11, 12, …: expected \
          your function to return the same
          """)
      }
    }
  }

  @Test func `leaving with an error leaves nothing behind`() async throws {
    try await bubble {
      let readers = Mutex(0)
      await #expect(throws: Storm.self, "your function should throw the reader's error unchanged") {
        try await withSquares(of: Array(1...1_000)) { squares in
          readers.withLock { $0 += 1 }
          let first = await squares.receive()
          #expect(first == 1, "the first square is 1; after it, the reader throws its error")
          try await Task.sleep(for: .seconds(1))
          throw Storm()
        }
      }

      let (alive, times) = (Bubble.liveTasks, readers.withLock { $0 })
      #expect(
        alive == 0,
        "both stages should have ended when your function throws; tasks still alive: \(alive)")
      #expect(times == 1, "the reader threw; it should be called once, not \(times) times")

      let calls = Mutex(0)
      await #expect(
        throws: CancellationError.self,
        "the reader throws this error, although no task is cancelled: expected the same error"
      ) {
        try await withSquares(of: Array(1...9)) { _ in
          let isFirst = calls.withLock { calls in
            calls += 1
            return calls == 1
          }
          if isFirst { throw CancellationError() }
        }
      }
    }
  }

  @Test func `numbers are taken while the reader reads`() async throws {
    try await bubble {
      let taken = Taken()

      let (third, count, last) = try await withSquares(of: Numbered(taken: taken)) { squares in
        for _ in 1...2 { _ = await squares.receive() }
        try await Task.sleep(for: .seconds(100_000))
        let third = await squares.receive()
        let count = taken.count
        var last = third
        for _ in 4...40 { last = await squares.receive() }
        return (third, count, last)
      }

      #expect(third == 9, "expected the third square of 1, 2, 3, …")
      #expect(
        count <= 3 + 20,
        """
        three squares were read, and \(count) numbers were taken, more than twenty ahead: while a \
        stage waits to send, it should not take another number
        """)
      #expect(
        last == 1_600,
        "the reader read two squares, paused for 100,000 s, and read on: expected 40²")
    }
  }

  @Test func `it returns when both stages have ended`() async throws {
    try await bubble {
      let stages = try await withSquares(of: Array(1...1_000)) { squares in
        _ = await squares.receive()
        return Bubble.startedTasks
      }

      let alive = Bubble.liveTasks
      #expect(
        stages >= 2, "expected two stages, each with a task of its own; tasks started: \(stages)")
      #expect(
        alive == 0,
        "both stages should have ended when your function returns; tasks still alive: \(alive)")
    }
  }

  @Test func `endless numbers stop with the reader`() async throws {
    // Few schedules: a stage that does not stop is slow to find out.
    try await bubble(.count(6)) {
      let last = try await withSquares(of: 1...) { squares in
        for _ in 1...8 { _ = await squares.receive() }
        return await squares.receive()
      }

      #expect(last == 81, "expected the ninth square of 1, 2, 3, …")
    }
  }
}
