import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

/// Sends each weight after a pause, and closes two seconds after the last.
private func send(_ weights: [Int], to crates: Channel<Int>) async {
  for weight in weights {
    try? await Task.sleep(for: .seconds(1))
    await crates.send(weight)
  }
  try? await Task.sleep(for: .seconds(2))
  crates.close()
}

@Suite("3.6 Range", .exercise("3.6"))
struct RangeTests {
  @Test func `every weight counts until the channel is closed`() async throws {
    try await bubble {
      let crates = Channel<Int>()
      let sender = Task { await send([5, 7, 11, 13], to: crates) }

      let total = await totalWeight(of: crates)

      #expect(total == 36, "expected 5 + 7 + 11 + 13, one each second")
      #expect(
        Bubble.elapsed == .seconds(6),
        "the channel is closed at t = 6 s; before that, nobody can know that no more crates come")
      // Does not let the sender wait for ever if the loop has ended too early.
      sender.cancel()
      await sender.value
    }
  }

  @Test func `an empty crate is not the end`() async throws {
    try await bubble {
      let crates = Channel<Int>()
      let sender = Task { await send([4, 0, 5], to: crates) }

      let total = await totalWeight(of: crates)

      #expect(total == 9, "expected 4 + 0 + 5: a weight of 0 is a crate like any other")
      sender.cancel()
      await sender.value
    }
  }

  @Test func `crates in the buffer of a closed channel count`() async throws {
    try await bubble {
      let crates = Channel<Int>(capacity: 4)
      await crates.send(20)
      await crates.send(22)
      crates.close()

      let total = await totalWeight(of: crates)

      #expect(total == 42, "expected 20 + 22, which were sent before the channel was closed")
    }
  }
}
