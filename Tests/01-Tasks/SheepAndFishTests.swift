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
        "4 sheep are due in 1.9 s, one each half second: do they wait for the fish to end?")
      #expect(
        meadow.number(of: "fish") == 4,
        "4 fish are due in 1.9 s, one each half second: do they wait for the sheep to end?")

      counting.cancel()
      await counting.value
    }
  }

  @Test func `it returns when both counts have ended`() async throws {
    try await bubble {
      let ended = Mutex(0)

      await countSheepAndFish { animal in
        try? await Task.sleep(for: animal == "sheep" ? .seconds(3) : .seconds(5))
        ended.withLock { $0 += 1 }
      }

      #expect(
        ended.withLock { $0 } == 2,
        "it returned before both counts had ended: who waits for the other one?")
      #expect(
        Bubble.elapsed == .seconds(5),
        "3 s of sheep and 5 s of fish take 5 s when both are counted at the same time")
    }
  }

  @Test func `cancelling it ends both counts`() async throws {
    try await bubble {
      let meadow = Meadow()
      let counting = Task { await countSheepAndFish { await meadow.count($0) } }

      try? await Task.sleep(for: .seconds(2))
      counting.cancel()
      await counting.value

      #expect(
        Bubble.elapsed == .seconds(2),
        "it should return when it is cancelled: how do the two counts hear of that?")
    }
  }
}
