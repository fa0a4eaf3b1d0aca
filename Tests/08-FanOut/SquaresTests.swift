import Bubble
import Chapter08FanOut
import CourseTesting
import Synchronization
import Testing

@Suite("8.3 Squares by three workers", .exercise("8.3"), .leavesNoTask)
struct SquaresTests {
  @Test func `every number gives one square`() async throws {
    try await bubble {
      var draw = Draw(seed: 83)
      for (count, workers) in [(8, 3), (30, 4), (5, 1), (1, 3), (0, 3)] {
        let numbers = draw.numbers(count, in: -4...4)
        let calls = Mutex<[Int]>([])
        let start = Bubble.elapsed
        let section = "\(count) numbers"
        // Numbers wait for the only worker as long as it takes.
        let unit = workers == 1 ? 100_000 : 1

        let results = await squares(of: numbers, workers: workers) { number in
          calls.withLock { $0.append(number) }
          await Bubble.section(section) {
            try? await Task.sleep(for: .seconds(unit * (1 + abs(number))))
          }
          return number * number
        }

        let called = calls.withLock { $0.sorted() }
        try #require(
          results.sorted() == numbers.map { $0 * $0 }.sorted(),
          "expected one square for each number, equal ones and 0 included")
        try #require(called == numbers.sorted(), "expected one call of `square` for each number")
        try #require(
          count > 0 || Bubble.elapsed == start,
          "there are no numbers: expected your function to return at once")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(workers, count),
          "\(most) of \(count) numbers were being squared at once; workers: \(workers)"
        )
      }
      // The squares of the largest and the smallest number do not fit: the closure returns a part.
      let numbers = [7, .min, 2, .max, 5]
      for workers in [1, 2] {
        let results = await squares(of: numbers, workers: workers) { $0 &* $0 }
        try #require(
          results.sorted() == numbers.map { $0 &* $0 }.sorted(),
          """
          the numbers are \(numbers): expected one square for each, even for the largest and the \
          smallest; got \(results)
          """)
      }
      for workers in [1, 3] {
        let results = await squares(of: Array(1...20), workers: workers) { $0 * $0 }
        try #require(
          results.sorted() == (1...20).map { $0 * $0 },
          """
          20 numbers that take no time, and \(workers) at a time: expected 20 squares, not \
          \(results.count); what happens to a square that is ready while others are being \
          collected?
          """)
      }
    }
    try await bubble(.count(1).allowing(steps: 1_000_000)) {
      let results = await squares(of: Array(1...3_000), workers: 3) { $0 * $0 }

      #expect(
        results.sorted() == (1...3_000).map { $0 * $0 },
        "3,000 numbers and 3 workers: expected a square for each, not \(results.count)")
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
        try #require(results.reduce(0, +) == sum, "the squares of 1 to \(count) make \(sum)")
        let most = Bubble.mostInside(section)
        try #require(
          most == workers,
          "\(count) numbers, and the limit is \(workers): \(most) were being squared at once"
        )
        try #require(
          Bubble.elapsed - start == .seconds(seconds),
          "\(count) numbers, 1 s each, \(workers) at a time, should take \(seconds) s")
      }
    }
    try await bubble(.count(1)) {
      _ = await squares(of: Array(1...crowd), workers: crowd) { number in
        await Bubble.section("crowd") { try? await Task.sleep(for: .seconds(1)) }
        return number * number
      }

      let most = Bubble.mostInside("crowd")
      #expect(
        most == crowd,
        "\(crowd) numbers and \(crowd) workers, but \(most) were being squared at once")
    }
  }

  @Test func `a slow number holds up no other`() async throws {
    try await bubble {
      for numbers in [[8, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 100_000, 1, 1]] {
        let start = Bubble.elapsed
        let times = Mutex<[Range<Duration>]>([])

        let results = await squares(of: numbers, workers: 2) { number in
          let begin = Bubble.elapsed - start
          try? await Task.sleep(for: .seconds(number))
          times.withLock { $0.append(begin..<Bubble.elapsed - start) }
          return number * number
        }

        try #require(results.count == numbers.count, "expected a square for each of \(numbers)")
        let work = times.withLock { $0 }
        let lastBegin = work.map(\.lowerBound).max() ?? .zero
        for second in 0..<Int(lastBegin / .seconds(1)) {
          let busy = work.count { $0.contains(.seconds(second)) }
          try #require(
            busy == 2,
            """
            each of the numbers \(numbers) takes that many seconds. After \(second) s, numbers \
            were waiting; busy workers: \(busy) of 2. A free worker should take the next number
            """)
        }
        try #require(
          Bubble.elapsed - start == work.map(\.upperBound).max(),
          "your function should return as soon as the last square is ready")
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
        "the slower of two numbers takes 6 s: expected the call to return then")
    }
  }
}
