import Bubble
import Channels
import Chapter09Timeout
import CourseTesting
import Testing

@Suite("9.1 Receive or time out", .exercise("9.1"), .leavesNoTask)
struct ReceiveOrTimeoutTests {
  @Test func `a crate in time is returned when it comes`() async throws {
    try await bubble {
      let crates = Channel<String>()
      let ship = Task {
        try? await Task.sleep(for: .milliseconds(1_234))
        await crates.send("tea")
      }

      let crate = await receive(from: crates, within: .seconds(2))

      #expect(crate == "tea", "the crate came after 1.234 s, within the limit of 2 s")
      #expect(
        Bubble.elapsed == .milliseconds(1_234),
        "it should return when the crate comes, not earlier and not when the limit has passed")
      ship.cancel()
      await ship.value
    }
  }

  @Test func `without a crate it gives up after the limit`() async throws {
    try await bubble {
      let crates = Channel<String>()

      let crate = await receive(from: crates, within: .seconds(2))

      #expect(crate == nil, "nobody sent a crate")
      #expect(Bubble.elapsed == .seconds(2), "it should wait for the limit of 2 s, and no longer")
    }
  }

  @Test func `a crate that comes too late is left for others`() async throws {
    try await bubble {
      let crates = Channel<String>()

      let crate = await receive(from: crates, within: .seconds(1))
      await Bubble.settle()

      #expect(crate == nil, "nobody sent a crate within the limit")
      #expect(
        !crates.trySend("tea"),
        "a crate that came after the limit was taken: somebody still waits on the channel")
    }
  }

  @Test func `a closed channel ends the wait`() async throws {
    try await bubble {
      let crates = Channel<String>()
      let ship = Task {
        try? await Task.sleep(for: .seconds(1))
        crates.close()
      }

      let crate = await receive(from: crates, within: .seconds(5))

      #expect(crate == nil, "the channel was closed without a crate")
      #expect(
        Bubble.elapsed == .seconds(1),
        "the channel was closed at t = 1 s, so that nothing could come any more")
      await ship.value
    }
  }

  @Test func `cancelling the caller ends the wait`() async throws {
    try await bubble {
      let crates = Channel<String>()
      let receiving = Task { await receive(from: crates, within: .seconds(5)) }

      try? await Task.sleep(for: .seconds(1))
      receiving.cancel()
      let crate = await receiving.value

      #expect(crate == nil, "nobody sent a crate")
      #expect(Bubble.elapsed == .seconds(1), "the caller was cancelled at t = 1 s")
    }
  }
}
