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
      let stamp = Stamp()

      await stampCrates(5) { await stamp.stamp($0) }

      #expect(
        stamp.numbers == [1, 2, 3, 4, 5],
        "5 crates get 1 to 5, each once: when does a task learn its number, and can it change?")
    }
  }

  @Test func `all crates are stamped at once`() async throws {
    try await bubble {
      let stamp = Stamp()

      await stampCrates(5) { await stamp.stamp($0) }

      #expect(
        Bubble.mostInside("stamp") == 5, "5 crates should be under the stamp at the same time")
      #expect(
        Bubble.elapsed == .seconds(1),
        "each stamp takes 1 s to dry, and all dry at the same time: it should return after 1 s")
    }
  }

  @Test func `each call begins at one`() async throws {
    try await bubble {
      let first = Stamp()
      let second = Stamp()

      await stampCrates(2) { await first.stamp($0) }
      await stampCrates(3) { await second.stamp($0) }

      #expect(first.numbers == [1, 2], "the first call stamps 2 crates")
      #expect(second.numbers == [1, 2, 3], "the second call stamps 3 crates and begins at 1 again")
    }
  }
}
