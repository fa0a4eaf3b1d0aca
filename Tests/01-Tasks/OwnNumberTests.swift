import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// Stamps crates, each of which takes a second, and remembers their numbers.
private final class Stamp: Sendable {
  private let stamped = Mutex<[Int]>([])

  var numbers: [Int] { stamped.withLock { $0.sorted() } }

  func stamp(_ number: Int) async {
    await Bubble.section("stamp") {
      stamped.withLock { $0.append(number) }
      try? await Task.sleep(for: .seconds(1))
    }
  }
}

@Suite("1.4 Own number", .exercise("1.4"))
struct OwnNumberTests {
  @Test func `each crate has a number of its own`() async throws {
    try await bubble {
      for count in [5, 1, 2, 24] {
        let stamp = Stamp()

        await stampCrates(count) { await stamp.stamp($0) }

        try #require(
          stamp.numbers == Array(1...count),
          """
          \(counted(count, "crate")) should get the numbers 1 to \(count), each once: when does a task \
          learn its number, and can it change?
          """)
      }
    }
  }

  @Test func `all crates are stamped at once`() async throws {
    try await bubble {
      let stamp = Stamp()

      await stampCrates(14) { await stamp.stamp($0) }

      #expect(stamp.numbers == Array(1...14), "14 crates should get the numbers 1 to 14, each once")
      #expect(
        Bubble.mostInside("stamp") == 14, "14 crates should be under the stamp at the same time")
      #expect(
        Bubble.elapsed == .seconds(1),
        "each stamp takes 1 s to dry, and all dry at the same time: it should return after 1 s")
    }
    try await bubble(.count(1)) {
      let stamp = Stamp()

      await stampCrates(crowd) { await stamp.stamp($0) }

      #expect(
        Bubble.mostInside("stamp") == crowd,
        "\(crowd) crates should be under the stamp at the same time")
    }
  }

  @Test func `it waits for the stamp that dries last`() async throws {
    try await bubble {
      for slow in 1...4 {
        let dry = Mutex<[Int]>([])
        let begin = Bubble.elapsed

        await stampCrates(4) { number in
          try? await Task.sleep(for: .seconds(number == slow ? 100_000 : 2))
          dry.withLock { $0.append(number) }
        }
        let tasks = Bubble.liveTasks

        try #require(
          dry.withLock { $0.sorted() } == [1, 2, 3, 4]
            && Bubble.elapsed - begin == .seconds(100_000),
          """
          stamp \(slow) of 4 takes 100,000 s to dry, the others 2 s: it should return after \
          100,000 s, with 1 to 4 dry. It returned after \(Bubble.elapsed - begin), with \
          \(dry.withLock { $0 }) dry: does it wait for every crate?
          """)
        try #require(
          tasks == 0, "it has returned and left \(tasks) of your tasks behind")
      }
    }
  }

  @Test func `each call begins at one`() async throws {
    try await bubble {
      let first = Stamp()
      let second = Stamp()

      await stampCrates(2) { await first.stamp($0) }
      await stampCrates(3) { await second.stamp($0) }

      #expect(first.numbers == [1, 2], "the first call should stamp 1 and 2")
      #expect(
        second.numbers == [1, 2, 3], "the second call should begin at 1 again and stamp 1 to 3")
    }
  }
}
