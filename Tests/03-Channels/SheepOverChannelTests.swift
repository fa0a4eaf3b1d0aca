import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.8 Sheep over a channel", .exercise("3.8"))
struct SheepOverChannelTests {
  @Test func `one sheep each half second`() async throws {
    try await bubble {
      for number in [5, 1, 24] {
        let meadow = Channel<String>()
        let begin = Bubble.elapsed
        let counting = Task { await countSheep(upTo: number, into: meadow.sendOnly) }

        var heard: [String] = []
        var times: [Duration] = []
        for await sheep in meadow {
          heard.append(sheep)
          times.append(Bubble.elapsed - begin)
        }
        times.append(Bubble.elapsed - begin)
        await counting.value

        try #require(
          heard == (1...number).map { "\($0) sheep" },
          "\(number) sheep should be counted, from \"1 sheep\" on")
        try #require(
          times.dropLast() == (0..<number).map { .milliseconds(500 * $0) },
          "the first sheep should come at once, each other sheep 0.5 s after the one before it")
        try #require(
          times.last == .milliseconds(500 * (number - 1)),
          "the channel should be closed when the last sheep is counted, without another pause")
      }
    }
    try await bubble(.count(1)) {
      let meadow = Channel<String>(capacity: 10 * crowd)

      await countSheep(upTo: 10 * crowd, into: meadow.sendOnly)

      #expect(
        meadow.count == 10 * crowd,
        "\(10 * crowd) sheep should be counted, not \(meadow.count)")
    }
  }

  @Test func `a slow listener hears every sheep`() async throws {
    try await bubble {
      let meadow = Channel<String>()
      let counting = Task {
        await countSheep(upTo: 6, into: meadow.sendOnly)
        return Bubble.elapsed
      }

      var heard: [String] = []
      var last = Duration.zero
      for await sheep in meadow {
        heard.append(sheep)
        last = Bubble.elapsed
        try? await Task.sleep(for: .seconds(100_000))
      }
      let end = await counting.value

      #expect(
        heard == (1...6).map { "\($0) sheep" },
        "the listener takes 100,000 s for each sheep: expected all six, in order")
      #expect(
        end == last,
        "it should close the channel and return as soon as the last sheep is received")
    }
  }

  @Test func `after the last sheep the channel is closed`() async throws {
    try await bubble {
      let meadow = Channel<String>(capacity: 3)

      await countSheep(upTo: 3, into: meadow.sendOnly)
      let count = meadow.count
      for _ in 1...3 { _ = meadow.tryReceive() }
      let end = meadow.tryReceive()

      #expect(count == 3, "when your function returns, all three sheep should have been sent")
      #expect(
        end == .closed,
        "when your function returns, the channel should be closed: no other task will close it")
      #expect(
        Bubble.elapsed == .seconds(1),
        "three sheep with half a second between them take 1 s; there is no pause after the last")
    }
  }

  @Test func `without sheep the channel is closed at once`() async throws {
    try await bubble {
      let pasture = Channel<String>(capacity: 1)
      await countSheep(upTo: 1, into: pasture.sendOnly)
      try #require(
        pasture.tryReceive() == .element("1 sheep"), "with one sheep, expected \"1 sheep\"")

      let meadow = Channel<String>()
      await countSheep(upTo: 0, into: meadow.sendOnly)

      let first = meadow.tryReceive()
      #expect(first == .closed, "there is nothing to count, so the channel should be closed")
    }
  }
}
