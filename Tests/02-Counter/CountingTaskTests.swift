import Bubble
import Channels
import Chapter02Counter
import CourseTesting
import Testing

@Suite("2.4 Counter that communicates", .exercise("2.4"))
struct CountingTaskTests {
  @Test func `numbers come in order, from zero`() async throws {
    try await bubble {
      for capacity in [0, 3] {
        let numbers = Channel<Int>(capacity: capacity)
        let begin = Bubble.elapsed
        let counting = Task { await count(into: numbers.sendOnly) }

        var received: [Int?] = []
        for _ in 1...5 { received.append(await numbers.receive()) }
        let time = Bubble.elapsed - begin
        // A number waits as long as nobody wants it.
        try? await Task.sleep(for: .seconds(100_000))
        for _ in 1...3 { received.append(await numbers.receive()) }
        counting.cancel()
        await counting.value

        try #require(
          received == [0, 1, 2, 3, 4, 5, 6, 7],
          "five receives and, 100,000 s later, three more: expected 0 to 7")
        try #require(time == .zero, "there is always a number, so there is nothing to wait for")
      }
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
        "3 tasks receive 3 numbers each: together they should get 0 to 8, each number once")
    }
  }

  @Test func `cancelling it ends it`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let counting = Task { await count(into: numbers.sendOnly) }

      var last: Int?
      for _ in 0...120 { last = await numbers.receive() }
      try #require(
        last == 120, "121 receives should get 0 to 120: only cancellation ends the count")
      try? await Task.sleep(for: .seconds(1))
      counting.cancel()
      await counting.value
      let late = numbers.tryReceive()

      #expect(Bubble.elapsed == .seconds(1), "it should return when it is cancelled")
      #expect(
        late == .closed,
        "it was cancelled and has returned, so the channel should be closed and empty by now")
    }
    try await bubble(.count(1)) {
      let numbers = Channel<Int>()
      let counting = Task { await count(into: numbers.sendOnly) }

      var last: Int?
      for _ in 0...10 * crowd { last = await numbers.receive() }
      counting.cancel()
      await counting.value

      #expect(
        last == 10 * crowd,
        """
        after the numbers below \(10 * crowd), the next receive should get \(10 * crowd): only \
        cancellation ends the count
        """)
    }
  }

  @Test func `it offers nothing new to those who wait`() async throws {
    try await bubble {
      // First a count that is not cancelled before it begins.
      let others = Channel<Int>()
      let other = Task { await count(into: others.sendOnly) }
      let first = await others.receive()
      other.cancel()
      await other.value
      try #require(first == 0, "a count that is not cancelled should offer 0 first")

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
        it was cancelled before it began, so it should close the channel and send nothing. Even in \
        a cancelled task, a send succeeds if a receiver is waiting
        """)
    }
  }
}
