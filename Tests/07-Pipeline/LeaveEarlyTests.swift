import Bubble
import Channels
import Chapter07Pipeline
import CourseTesting
import Testing

private struct Storm: Error {}

@Suite("7.2 Leave early", .exercise("7.2"))
struct LeaveEarlyTests {
  @Test func `the squares end with the numbers`() async throws {
    try await bubble {
      for count in [6, 1, 0] {
        let squares = try await withSquares(of: Array(0..<count)) { squares in
          var arrived: [Int] = []
          for await square in squares { arrived.append(square) }
          return arrived
        }

        #expect(
          squares == (0..<count).map { $0 * $0 },
          "expected the squares of the first \(count) numbers from 0, then a closed channel")
      }
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
          "expected the first \(wanted) squares of 10, 11, 12, …, as the reader returned them")
      }
    }
  }

  @Test func `leaving with an error leaves nothing behind`() async throws {
    try await bubble {
      await #expect(throws: Storm.self, "the reader's error should come out unchanged") {
        try await withSquares(of: Array(1...1_000)) { squares in
          _ = await squares.receive()
          try await Task.sleep(for: .seconds(1))
          throw Storm()
        }
      }
    }
  }

  @Test func `it returns when both stages have ended`() async throws {
    try await bubble {
      try await withSquares(of: Array(1...1_000)) { squares in
        _ = await squares.receive()
      }

      let alive = Bubble.liveTasks
      #expect(
        alive == 0,
        "both stages should have ended when it returns; \(alive) tasks are still alive")
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
