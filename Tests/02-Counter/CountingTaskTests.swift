import Bubble
import Channels
import Chapter02Counter
import CourseTesting
import Testing

@Suite("2.4 Counter that communicates", .exercise("2.4"))
struct CountingTaskTests {
  @Test func `numbers come in order, from zero`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let counting = Task { await count(into: numbers.sendOnly) }

      var received: [Int?] = []
      for _ in 1...5 { received.append(await numbers.receive()) }
      counting.cancel()
      await counting.value

      #expect(received == [0, 1, 2, 3, 4], "five receives, one after the other: 0, 1, 2, 3, 4")
    }
  }

  @Test func `no number is given twice`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let counting = Task { await count(into: numbers.sendOnly) }

      let received = await withTaskGroup(of: [Int?].self) { group in
        for _ in 1...3 {
          group.addTask {
            [await numbers.receive(), await numbers.receive(), await numbers.receive()]
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      counting.cancel()
      await counting.value

      #expect(
        received.compactMap(\.self).sorted() == Array(0..<9),
        "3 tasks receive 3 numbers each: together 0 to 8, each once, since one task counts")
    }
  }

  @Test func `cancelling it ends it`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let counting = Task { await count(into: numbers.sendOnly) }

      _ = await numbers.receive()
      try? await Task.sleep(for: .seconds(1))
      counting.cancel()
      await counting.value

      #expect(Bubble.elapsed == .seconds(1), "it should return when it is cancelled")
      let late = await numbers.receive()
      #expect(late == nil, "it was cancelled, so the channel should be closed and empty")
    }
  }

  @Test func `it offers nothing new to those who wait`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let waiting = Task { await numbers.receive() }
      await Bubble.settle()

      let counting = Task { await count(into: numbers.sendOnly) }
      counting.cancel()
      let number = await waiting.value
      await counting.value

      #expect(
        number == nil,
        """
        it was cancelled before it began, so it should close the channel and send nothing: a send \
        succeeds in a cancelled task too when somebody waits for the number
        """)
    }
  }
}
