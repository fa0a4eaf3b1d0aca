import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// Counts an animal twice a second until its task is cancelled, and remembers how far it came.
private final class Meadow: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func count(_ animal: String) async {
    while !Task.isCancelled {
      counts.withLock { $0[animal, default: 0] += 1 }
      try? await Task.sleep(for: .milliseconds(500))
    }
  }

  func number(of animal: String) -> Int {
    counts.withLock { $0[animal, default: 0] }
  }
}

@Suite("1.2 Sheep and fish", .exercise("1.2"))
struct SheepAndFishTests {
  @Test func `both are counted`() async throws {
    try await bubble {
      let meadow = Meadow()
      let counting = Task { await countSheepAndFish { await meadow.count($0) } }

      try? await Task.sleep(for: .milliseconds(1_900))
      #expect(
        meadow.number(of: "sheep") == 4,
        "4 sheep are due in 1.9 s, one every half second: do they wait for the fish to end?")
      #expect(
        meadow.number(of: "fish") == 4,
        "4 fish are due in 1.9 s, one every half second: do they wait for the sheep to end?")

      counting.cancel()
      await counting.value
    }
  }

  @Test func `it returns when both counts have ended`() async throws {
    try await bubble {
      for (sheep, fish) in [(3, 5), (5, 3), (200_000, 100_000), (0, 200_000)] {
        let begun = Mutex<[String]>([])
        let ended = Mutex(0)
        let begin = Bubble.elapsed

        await countSheepAndFish { animal in
          begun.withLock { $0.append(animal) }
          try? await Task.sleep(for: .seconds(animal == "sheep" ? sheep : fish))
          ended.withLock { $0 += 1 }
        }
        let tasks = Bubble.liveTasks

        let number = ended.withLock { $0 }
        try #require(
          number == 2,
          "2 counts should have ended when it returns, not \(number): who waits for the other one?")
        try #require(
          Bubble.elapsed - begin == .seconds(max(sheep, fish)),
          """
          the sheep count takes \(sheep) s and the fish count \(fish) s, at the same time: was the \
          slower one cancelled because it was never awaited?
          """)
        try #require(
          begun.withLock { $0.sorted() } == ["fish", "sheep"],
          "expected one count of sheep and one of fish")
        try #require(
          tasks == 0, "it has returned and left \(tasks) of your tasks behind")
      }
    }
  }

  @Test func `cancelling it ends both counts`() async throws {
    try await bubble {
      for (sheep, fish) in [(0, 0), (0, 100_000), (100_000, 0)] {
        let meadow = Meadow()
        let begin = Bubble.elapsed
        let counting = Task {
          await countSheepAndFish { animal in
            await meadow.count(animal)
            // Brings the animals home, in a task of its own, so that this is not cancelled too.
            let seconds = animal == "sheep" ? sheep : fish
            await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
          }
        }

        try? await Task.sleep(for: .seconds(2))
        counting.cancel()
        await counting.value

        try #require(
          Bubble.elapsed - begin == .seconds(2 + max(sheep, fish)),
          """
          it was cancelled after 2 s; then the sheep need \(sheep) s and the fish \(fish) s to go home, \
          and then your function should return: how do the two counts learn of the cancellation?
          """)
      }
      for first in ["sheep", "fish"] {
        let begin = Bubble.elapsed
        let counting = Task {
          await countSheepAndFish { animal in
            try? await Task.sleep(for: .seconds(animal == first ? 1 : 200_000))
          }
        }
        try? await Task.sleep(for: .seconds(100_000))
        counting.cancel()
        await counting.value

        try #require(
          Bubble.elapsed - begin == .seconds(100_000),
          """
          the \(first) count ended after 1 s, and the caller was cancelled after 100,000 s: the other \
          count should be cancelled, too, and end. Your function returned after \
          \(Bubble.elapsed - begin)
          """)
      }

      let meadow = Meadow()
      let begin = Bubble.elapsed
      let early = Task { await countSheepAndFish { await meadow.count($0) } }
      early.cancel()
      await early.value
      #expect(
        Bubble.elapsed == begin,
        "the caller was cancelled before the call: expected both counts to be cancelled, too")

      let late = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        let before = Bubble.liveTasks
        await countSheepAndFish { _ in
          await Task { try? await Task.sleep(for: .seconds(100_000)) }.value
        }
        return Bubble.liveTasks - before
      }
      let tasks = await late.value
      #expect(
        tasks == 0,
        """
        the caller was cancelled before the call. Your function has returned and left \(tasks) of your \
        tasks behind: wait for both counts, even if you have cancelled them
        """)
    }
  }
}
