import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

/// Sends each weight after a pause, and closes two seconds after the last.
private func send(_ weights: [Int], pause: Int, to crates: Channel<Int>) async {
  for weight in weights {
    try? await Task.sleep(for: .seconds(pause))
    await crates.send(weight)
  }
  try? await Task.sleep(for: .seconds(2))
  crates.close()
}

@Suite("3.6 Range", .exercise("3.6"))
struct RangeTests {
  @Test func `every weight counts until the channel is closed`() async throws {
    try await bubble {
      var draw = Draw(seed: 36)
      for (count, pause) in [(4, 1), (1, 30), (0, 1), (25, 1), (3, 100_000)] {
        let crates = Channel<Int>()
        let weights = draw.numbers(count, in: 1...9)
        let begin = Bubble.elapsed
        let sender = Task { await send(weights, pause: pause, to: crates) }

        let total = await totalWeight(of: crates)

        try #require(
          total == weights.reduce(0, +),
          "expected the sum of \(weights); a weight arrives every \(pause) s")
        try #require(
          Bubble.elapsed - begin == .seconds(pause * count + 2),
          """
          the channel is closed after \(pause * count + 2) s; until then, your function cannot know \
          that no more crates will come
          """)
        // Does not let the sender wait forever if the loop has ended too early.
        sender.cancel()
        await sender.value
      }
    }
  }

  @Test func `an empty crate is not the end`() async throws {
    try await bubble {
      var draw = Draw(seed: 136)
      for round in 1...3 {
        let crates = Channel<Int>()
        // Something is taken away from a crate, too: then it weighs less than nothing.
        let weights = [0, 4, 0, -4, 1 << 60, 0] + draw.numbers(6, in: -4...4) + [0, round]
        let sender = Task { await send(weights, pause: 1, to: crates) }

        let total = await totalWeight(of: crates)

        try #require(
          total == weights.reduce(0, +),
          """
          expected the sum of \(weights): a weight may also be 0, negative, or huge
          """)
        sender.cancel()
        await sender.value
      }
      for weights in [[3, -1, 4, -1], [5, .min, 0, 2], [-5, .max, 0, -6]] {
        let crates = Channel<Int>(capacity: weights.count)
        for weight in weights { await crates.send(weight) }
        crates.close()

        let total = await totalWeight(of: crates)

        try #require(
          total == weights.reduce(0, +),
          "the weights are \(weights): expected the sum of all of them, and got \(total)")
      }
    }
  }

  @Test func `crates in the buffer of a closed channel count`() async throws {
    try await bubble {
      var draw = Draw(seed: 236)
      for count in [2, 1, crowd] {
        let crates = Channel<Int>(capacity: crowd)
        let weights = draw.numbers(count, in: 1...9)
        for weight in weights { await crates.send(weight) }
        crates.close()

        let total = await totalWeight(of: crates)

        try #require(
          total == weights.reduce(0, +),
          "expected the sum of \(weights), which were sent before the channel was closed")
        try #require(
          Bubble.elapsed == .zero,
          "the channel was closed before the call: expected it to return at once")
      }
    }
    try await bubble(.count(1)) {
      let crates = Channel<Int>(capacity: 5_000)
      for _ in 1...5_000 { await crates.send(2) }
      crates.close()

      let total = await totalWeight(of: crates)
      #expect(total == 10_000, "expected 10,000 for 5,000 crates that weigh 2 each")
    }
  }
}
