import Bubble
import Chapter01Tasks
import CourseTesting
import Testing

/// Adds up a part, one second for each number.
private func addSlowly(_ part: ArraySlice<Int>) async -> Int {
  try? await Task.sleep(for: .seconds(part.count))
  return part.reduce(0, +)
}

@Suite("1.6 Concurrent or parallel", .exercise("1.6"))
struct SumInPartsTests {
  @Test func `the sum does not depend on the number of parts`() async throws {
    try await bubble {
      let numbers = Array(1...10)

      var sums: [Int] = []
      for parts in [1, 2, 3, 4, 10] {
        sums.append(await sum(numbers, parts: parts) { await addSlowly($0) })
      }

      #expect(
        sums == [55, 55, 55, 55, 55],
        "1 to 10 make 55, in 1, 2, 3, 4 and 10 parts: is a number left out, or a part's sum lost?")
    }
  }

  @Test func `all parts are added up at once`() async throws {
    try await bubble {
      let total = await sum(Array(1...11), parts: 4) { part in
        await Bubble.section("part") { await addSlowly(part) }
      }

      #expect(total == 66, "1 to 11 make 66")
      #expect(Bubble.mostInside("part") == 4, "4 parts should be added up at the same time")
      #expect(
        Bubble.elapsed == .seconds(3),
        "11 numbers in 4 parts are at most 3 in each, which takes 3 s at 1 s a number")
    }
  }

  @Test func `there may be more parts than numbers`() async throws {
    try await bubble {
      let two = await sum([40, 2], parts: 5) { await addSlowly($0) }
      let none = await sum([], parts: 3) { await addSlowly($0) }

      #expect(two == 42, "2 numbers in 5 parts: some parts are empty, and the sum is the same")
      #expect(none == 0, "no numbers, whose sum is 0")
    }
  }
}
