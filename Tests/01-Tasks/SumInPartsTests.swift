import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// Adds up a part, some seconds for each number.
private func addSlowly(_ part: ArraySlice<Int>, seconds: Int = 1) async -> Int {
  try? await Task.sleep(for: .seconds(seconds * part.count))
  return part.reduce(0, +)
}

@Suite("1.6 Concurrent or parallel", .exercise("1.6"))
struct SumInPartsTests {
  @Test func `the sum does not depend on the number of parts`() async throws {
    try await bubble {
      var draw = Draw(seed: 16)
      // Sums of parts may be equal, zero or below.
      for numbers in [Array(1...10), [0, 0, 5, -5, 7, -7, 0, 2], draw.numbers(9, in: -5...5)] {
        for parts in [1, 2, 3, 4, 10] {
          let added = Mutex<[Int]>([])
          let total = await sum(numbers, parts: parts) { part in
            added.withLock { $0 += part }
            return 1_000 * (await addSlowly(part, seconds: 100_000))  // in kilograms
          }

          try #require(
            added.withLock { $0.sorted() } == numbers.sorted(),
            "each number of \(numbers) should be in exactly one of the parts that `add` gets")
          try #require(
            total == 1_000 * numbers.reduce(0, +),
            """
            here, `add` gets tons and returns kilograms: \(numbers) tons, added up in \
            \(counted(parts, "part")), make \(1_000 * numbers.reduce(0, +)) kg, not \(total). Is the \
            result of `add` for some part lost, or not used?
            """)
        }
      }
    }
  }

  @Test func `all parts are added up at once`() async throws {
    try await bubble {
      var draw = Draw(seed: 116)
      for (count, parts, longest) in [(11, 4, 3), (7, 3, 3), (12, 12, 1), (40, 8, 5), (7, 1, 7)] {
        let numbers = draw.numbers(count, in: 1...9)
        let begin = Bubble.elapsed
        let total = await sum(numbers, parts: parts) { part in
          await Bubble.section("\(parts) parts") { await addSlowly(part) }
        }
        let tasks = Bubble.liveTasks

        try #require(total == numbers.reduce(0, +), "expected the sum of \(numbers)")
        try #require(
          Bubble.mostInside("\(parts) parts") == parts,
          "\(counted(parts, "part")) should be added up at the same time")
        try #require(
          Bubble.elapsed - begin == .seconds(longest),
          """
          \(counted(count, "number")) in \(counted(parts, "part")): at most \(longest) in each part, \
          so it should take \(longest) s, at 1 s a number
          """)
        try #require(
          tasks == 0, "it has returned and left \(tasks) of your tasks behind")
      }
    }
    try await bubble(.count(1)) {
      for count in 0...20 {
        for parts in 1...9 {
          let lengths = Mutex<[Int]>([])
          _ = await sum(Array(repeating: 1, count: count), parts: parts) { part in
            lengths.withLock { $0.append(part.count) }
            return await addSlowly(part)
          }

          let longest = (count + parts - 1) / parts
          try #require(
            lengths.withLock { $0.allSatisfy { $0 <= longest } },
            """
            \(counted(count, "number")) in \(counted(parts, "part")): expected at most \(longest) in \
            each part; the lengths are \(lengths.withLock { $0.sorted() })
            """)
        }
      }
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      _ = await sum(Array(1...many), parts: many) { part in
        await Bubble.section("parts") { await addSlowly(part) }
      }

      #expect(
        Bubble.mostInside("parts") == many, "\(many) parts should be added up at the same time")
    }
  }

  @Test func `there may be more parts than numbers`() async throws {
    try await bubble {
      var draw = Draw(seed: 216)
      for count in 1...4 {
        let numbers = draw.numbers(count, in: 1...9)
        let begin = Bubble.elapsed
        let total = await sum(numbers, parts: 5) { await addSlowly($0) }

        try #require(
          Bubble.elapsed - begin == .seconds(1),
          "each number takes 1 s, and no part should have more than one")
        try #require(
          total == numbers.reduce(0, +),
          "\(counted(count, "number")) in 5 parts: some parts are empty, and the sum is the same")
      }
      let none = await sum([], parts: 3) { await addSlowly($0) }
      #expect(none == 0, "the sum of no numbers is 0")
    }
  }
}
