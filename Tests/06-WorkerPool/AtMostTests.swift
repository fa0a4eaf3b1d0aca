import Bubble
import Chapter06WorkerPool
import CourseTesting
import Synchronization
import Testing

@Suite("6.3 Never more than n", .exercise("6.3"))
struct AtMostTests {
  @Test func `every item is done once`() async throws {
    try await bubble {
      var draw = Draw(seed: 63)
      for (count, limit) in [(7, 3), (7, 1), (7, 20), (1, 4), (0, 2), (25, 2)] {
        let items = draw.words(count)
        let done = Mutex<[String]>([])

        await forEach(items, atMost: limit) { item in
          guard (try? await Task.sleep(for: .seconds(100_000))) != nil else { return }  // cancelled
          done.withLock { $0.append(item) }
        }

        try #require(
          done.withLock { $0.sorted() } == items.sorted(),
          """
          expected `body` to run once for each of \(items), at most \(limit) at once, and to have \
          ended each time when your function returns; two items may be equal
          """)
      }
    }
  }

  @Test func `never more than the limit at once`() async throws {
    try await bubble {
      for limit in [2, 1, 5, 13] {
        await forEach(Array(1...26), atMost: limit) { number in
          await Bubble.section("at most \(limit)") {
            try? await Task.sleep(for: .milliseconds(number.isMultiple(of: 3) ? 300 : 100))
          }
        }

        let most = Bubble.mostInside("at most \(limit)")
        try #require(most <= limit, "\(most) ran at the same time; the limit is \(limit)")
        try #require(
          most == limit, "only \(most) ran at the same time, although \(limit) may")
      }
    }
    try await bubble(.count(1)) {
      await forEach(Array(1...crowd), atMost: crowd) { _ in
        await Bubble.section("crowd") { try? await Task.sleep(for: .seconds(1)) }
      }

      let most = Bubble.mostInside("crowd")
      #expect(
        most == crowd, "only \(most) ran at the same time, although \(crowd) may")
    }
  }

  @Test func `a free place is taken at once`() async throws {
    try await bubble {
      let begins = Mutex<[Duration]>([])
      let ends = Mutex<[Duration]>([])

      await forEach([500_000] + Array(repeating: 100_000, count: 5), atMost: 2) { seconds in
        begins.withLock { $0.append(Bubble.elapsed) }
        try? await Task.sleep(for: .seconds(seconds))
        ends.withLock { $0.append(Bubble.elapsed) }
      }

      // Whatever the order of the items: the third begins when one has ended, and so on.
      let places = [.zero, .zero] + ends.withLock { $0.dropLast(2) }
      #expect(
        begins.withLock { $0 } == places,
        "expected two items to begin at once, and each later one at the moment when another ended")
    }
  }

  @Test func `a thousand items do not mean a thousand tasks`() async throws {
    try await bubble(.count(5)) {
      let done = Mutex(0)
      await forEach(Array(1...1_000), atMost: 4) { _ in
        try? await Task.sleep(for: .seconds(1))
        done.withLock { $0 += 1 }
      }

      #expect(done.withLock { $0 } == 1_000, "expected a thousand items to be done")
      let most = Bubble.mostAlive
      #expect(
        most < 100,
        "\(most) tasks were alive at once; with 4 places, items that wait should have no task yet")
    }
  }
}
