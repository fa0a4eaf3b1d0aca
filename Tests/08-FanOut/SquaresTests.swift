import Bubble
import Chapter08FanOut
import CourseTesting
import Synchronization
import Testing

@Suite("8.3 Squares by three workers", .exercise("8.3"))
struct SquaresTests {
  @Test func `every number gives one square`() async throws {
    try await bubble {
      var draw = Draw(seed: 83)
      for (count, workers) in [(8, 3), (30, 4), (5, 1), (1, 3), (0, 3)] {
        let numbers = draw.numbers(count, in: -4...4)
        let calls = Mutex<[Int]>([])

        let results = await squares(of: numbers, workers: workers) { number in
          calls.withLock { $0.append(number) }
          try? await Task.sleep(for: .seconds(abs(number)))
          return number * number
        }

        let called = calls.withLock { $0.sorted() }
        #expect(called == numbers.sorted(), "expected one call of `square` for each number")
        #expect(
          results.sorted() == numbers.map { $0 * $0 }.sorted(),
          "expected one square for each of \(count) numbers, equal ones and 0 included")
      }
    }
  }

  @Test func `three workers are at work at once`() async throws {
    try await bubble {
      for (count, workers, seconds) in [(8, 3, 3), (8, 4, 2), (7, 1, 7)] {
        let start = Bubble.elapsed
        let section = "squares by \(workers)"

        let results = await squares(of: Array(1...count), workers: workers) { number in
          await Bubble.section(section) { try? await Task.sleep(for: .seconds(1)) }
          return number * number
        }

        let sum = (1...count).reduce(0) { $0 + $1 * $1 }
        #expect(results.reduce(0, +) == sum, "the squares of 1 to \(count) make \(sum)")
        let most = Bubble.mostInside(section)
        #expect(
          most == workers,
          "\(workers) workers should be at work at once on \(count) numbers; at most \(most) were")
        #expect(
          Bubble.elapsed - start == .seconds(seconds),
          "\(count) numbers of 1 s each should take \(workers) workers \(seconds) s")
      }
    }
  }

  @Test func `a slow number holds up no other`() async throws {
    try await bubble {
      for (numbers, seconds) in [([8, 1, 1, 1, 1, 1, 1, 1], 8), ([1, 1, 1, 60, 1, 1], 61)] {
        let start = Bubble.elapsed
        let ends = Mutex<[Duration]>([])

        let results = await squares(of: numbers, workers: 2) { number in
          try? await Task.sleep(for: .seconds(number))
          ends.withLock { $0.append(Bubble.elapsed - start) }
          return number * number
        }

        #expect(results.count == numbers.count, "expected a square for each of \(numbers)")
        #expect(
          Bubble.elapsed - start == .seconds(seconds),
          """
          the numbers \(numbers) take that many seconds each: one worker should do the short ones \
          while the other one is busy with the long one, and all should be done after \(seconds) s
          """)
      }
    }
  }

  @Test func `more workers than numbers do no harm`() async throws {
    try await bubble {
      let results = await squares(of: [6, -2], workers: 5) { number in
        try? await Task.sleep(for: .seconds(abs(number)))
        return number * number
      }

      #expect(results.sorted() == [4, 36], "expected the squares of 6 and -2, by five workers")
      #expect(
        Bubble.elapsed == .seconds(6),
        "the longer of two numbers takes 6 s, and nothing comes after")
    }
  }
}
