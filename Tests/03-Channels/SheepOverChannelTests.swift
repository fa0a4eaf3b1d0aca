import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.8 Sheep over a channel", .exercise("3.8"))
struct SheepOverChannelTests {
  @Test func `one sheep each half second`() async throws {
    try await bubble {
      let meadow = Channel<String>()
      let counting = Task { await countSheep(upTo: 5, into: meadow.sendOnly) }

      var heard: [String] = []
      var times: [Duration] = []
      for await sheep in meadow {
        heard.append(sheep)
        times.append(Bubble.elapsed)
      }

      #expect(
        heard == ["1 sheep", "2 sheep", "3 sheep", "4 sheep", "5 sheep"],
        "five sheep should be counted, from 1 to 5")
      #expect(
        times == [0, 500, 1_000, 1_500, 2_000].map { .milliseconds($0) },
        "the first sheep should come at once, each other one half a second after the one before")
      await counting.value
    }
  }

  @Test func `after the last sheep the channel is closed`() async throws {
    try await bubble {
      let meadow = Channel<String>(capacity: 3)

      await countSheep(upTo: 3, into: meadow.sendOnly)

      let count = meadow.count
      #expect(count == 3, "when the count returns, all three sheep should have been sent")
      for _ in 1...3 { _ = meadow.tryReceive() }
      #expect(
        meadow.tryReceive() == .closed,
        "when the count returns, the channel should be closed: nobody else will do it")
    }
  }

  @Test func `without sheep the channel is closed at once`() async throws {
    try await bubble {
      let meadow = Channel<String>()

      await countSheep(upTo: 0, into: meadow.sendOnly)

      let first = meadow.tryReceive()
      #expect(first == .closed, "there is nothing to count, so the channel should be closed")
    }
  }
}
