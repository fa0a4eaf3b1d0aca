import Bubble
import Chapter02Counter
import CourseTesting
import Synchronization
import Testing

@Suite("2.3 Atomic counter", .exercise("2.3"))
struct AtomicCounterTests {
  @Test func `each increment has a number of its own`() async throws {
    try await bubble {
      let counter = AtomicCounter()

      let numbers = await withTaskGroup(of: Int.self) { group in
        for _ in 1...5 { group.addTask { counter.increment() } }
        return await group.reduce(into: []) { $0.append($1) }
      }

      #expect(
        numbers.sorted() == [1, 2, 3, 4, 5],
        "5 tasks count one each, and are told 1 to 5, in any order")
      #expect(counter.value == 5, "5 tasks counted one each")
    }
  }

  @Test func `an update that nobody disturbs asks once`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      for _ in 1...7 { counter.increment() }
      let asked = Mutex<[Int]>([])

      await counter.update { count in
        asked.withLock { $0.append(count) }
        await Task.yield()
        return count * 3
      }

      #expect(counter.value == 21, "the count was 7, and was replaced by three times that")
      #expect(asked.withLock { $0 } == [7], "nobody else has changed the count: asked once, with 7")
    }
  }

  @Test func `no update is lost`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      counter.increment()

      await withTaskGroup { group in
        for _ in 1...3 {
          group.addTask {
            await counter.update { count in
              await Task.yield()
              return count * 2
            }
          }
        }
      }

      let value = counter.value
      #expect(
        value == 8,
        """
        1 was doubled by 3 tasks, which makes 8 in any order, not \(value): was the count still the \
        one that was doubled when the result was written?
        """)
    }
  }

  @Test func `counting goes on during an update`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      for _ in 1...10 { counter.increment() }
      let updating = Task {
        await counter.update { count in
          try? await Task.sleep(for: .seconds(2))
          return count * 2
        }
      }

      try? await Task.sleep(for: .seconds(1))
      let number = counter.increment()
      let elapsed = Bubble.elapsed
      await updating.value

      #expect(elapsed == .seconds(1) && number == 11, "at t = 1 s it counts to 11 without waiting")
      #expect(
        counter.value == 22,
        "10 became 11 while it was being doubled, so 11 is doubled then: 22, with nothing lost")
      #expect(
        Bubble.elapsed == .seconds(4), "`change` takes 2 s, and has to be asked again after 2 s")
    }
  }
}
