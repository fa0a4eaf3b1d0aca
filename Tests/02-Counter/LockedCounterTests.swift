import Bubble
import Chapter02Counter
import CourseTesting
import Testing

@Suite("2.1 Counter behind a lock", .exercise("2.1"))
struct LockedCounterTests {
  @Test func `every increment is counted`() async throws {
    try await bubble {
      let counter = LockedCounter()

      await withTaskGroup { group in
        for _ in 1...10 {
          group.addTask {
            for _ in 1...5 {
              counter.increment()
              await Task.yield()
            }
          }
        }
      }

      let value = counter.value
      #expect(value == 50, "10 tasks counted to 5 each, which makes 50, not \(value)")
    }
  }

  @Test func `nothing is lost while an amount is awaited`() async throws {
    try await bubble {
      let counter = LockedCounter()

      await withTaskGroup { group in
        for crates in [1, 20, 300] {
          group.addTask {
            await counter.add {
              await Task.yield()
              return crates
            }
          }
        }
        group.addTask { counter.increment() }
      }

      let value = counter.value
      #expect(
        value == 322,
        """
        1, 20 and 300 were added and 1 was counted, which makes 322, not \(value): what was read \
        before an `await` may be out of date after it
        """)
    }
  }

  @Test func `counting goes on while an amount is awaited`() async throws {
    try await bubble {
      let counter = LockedCounter()
      let adding = Task {
        await counter.add {
          try? await Task.sleep(for: .seconds(2))
          return 20
        }
      }

      try? await Task.sleep(for: .seconds(1))
      counter.increment()
      let value = counter.value
      await counter.add { 300 }
      let elapsed = Bubble.elapsed
      await adding.value

      #expect(value == 1, "after 1 s only 1 was counted: the 20 are known after 2 s")
      #expect(
        elapsed == .seconds(1),
        "an amount that is known at once should be added at once: did it wait for the other one?")
      #expect(counter.value == 321, "1 was counted, 300 and 20 were added, which makes 321")
    }
  }
}
