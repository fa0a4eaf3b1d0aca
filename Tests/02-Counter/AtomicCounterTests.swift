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
      let other = AtomicCounter()

      let numbers = await withTaskGroup(of: Int.self) { group in
        for _ in 1...5 { group.addTask { counter.increment() } }
        return await group.reduce(into: []) { $0.append($1) }
      }

      #expect(
        numbers.sorted() == [1, 2, 3, 4, 5],
        "5 tasks count one each: they should get 1 to 5, in any order")
      #expect(counter.value == 5, "5 tasks counted one each: expected 5")
      #expect(other.value == 0, "nothing was counted on the other counter: each has its own count")
    }
  }

  @Test func `an update that nobody disturbs asks once`() async throws {
    try await bubble {
      var draw = Draw(seed: 23)
      let counter = AtomicCounter()
      for _ in 1...7 { counter.increment() }

      // Larger, smaller, equal and below zero; the last one in a task that is cancelled.
      var before = 7
      let results = [21, 3, 3, 0, draw.number(in: -99 ... -1), draw.number(in: 1...99)]
      for (number, result) in results.enumerated() {
        let asked = Mutex<[Int]>([])
        let updating = Task {
          if number == results.count - 1 { withUnsafeCurrentTask { $0?.cancel() } }
          await counter.update { count in
            asked.withLock { $0.append(count) }
            await Task.yield()
            return result
          }
        }
        await updating.value

        try #require(
          counter.value == result,
          "`change` returned \(result) for \(before): expected that count, in a cancelled task, too"
        )
        try #require(
          asked.withLock { $0 } == [before],
          "no other task changed the count: `change` should be called once, with \(before)")
        before = result
      }
    }
  }

  @Test func `no update is lost`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      counter.increment()

      await withTaskGroup { group in
        for _ in 1...5 {
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
        value == 32,
        """
        5 tasks doubled a count of 1, which makes 32 in any order, not \(value): when a result was \
        written, had another task changed the count?
        """)
    }
  }

  @Test func `counting goes on during an update`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      for _ in 1...10 { counter.increment() }
      let asked = Mutex<[Int]>([])
      let updating = Task {
        await counter.update { count in
          asked.withLock { $0.append(count) }
          try? await Task.sleep(for: .seconds(2))
          return count * 2
        }
      }

      var numbers: [Int] = []
      for _ in 1...5 {
        try? await Task.sleep(for: numbers.isEmpty ? .seconds(1) : .seconds(2))
        numbers.append(counter.increment())
      }
      let elapsed = Bubble.elapsed
      await updating.value

      #expect(
        elapsed == .seconds(9) && numbers == [11, 12, 13, 14, 15],
        """
        increments at t = 1, 3, 5, 7 and 9 s should return 11 to 15 and not wait for the update; they \
        returned \(numbers), the last of them at t = \(elapsed)
        """)
      #expect(
        asked.withLock { $0 } == [10, 11, 12, 13, 14, 15],
        """
        the count changed during each of the first five calls of `change`: expected it to be called \
        again each time, with the new count, from 11 to 15
        """)
      #expect(
        counter.value == 30, "the last call doubled 15, and no task counted during it: expected 30")
      #expect(
        Bubble.elapsed == .seconds(12),
        "`change` takes 2 s, and is called six times: expected 12 s in all")
    }
    try await bubble(.count(1)) {
      let counter = AtomicCounter()
      let tries = Mutex(0)
      await counter.update { count in
        let isDisturbed = tries.withLock { tries in
          tries += 1
          return tries < crowd
        }
        if isDisturbed { counter.increment() }
        return -count
      }

      #expect(
        counter.value == 1 - crowd,
        """
        the count changed during each call of `change` but the last: expected \(crowd) calls, and the \
        result of the last one, \(1 - crowd)
        """
      )

      let late = AtomicCounter()
      let cancelled = Task {
        await late.update { count in
          await Task { try? await Task.sleep(for: .seconds(2)) }.value
          return count + 10
        }
      }
      try? await Task.sleep(for: .seconds(1))
      late.increment()
      cancelled.cancel()
      await cancelled.value
      #expect(
        late.value == 11,
        "the count changed during a cancelled update: expected it to call `change` again and write")
    }
  }

  @Test func `updates do not wait for each other`() async throws {
    try await bubble {
      let counter = AtomicCounter()
      counter.increment()
      let slow = Task {
        await counter.update { count in
          try? await Task.sleep(for: .seconds(100_000))
          return count + 10
        }
      }
      await Bubble.settle()
      await counter.update { count in
        try? await Task.sleep(for: .seconds(1))
        return count * 3
      }

      let value = counter.value
      #expect(
        value == 3 && Bubble.elapsed == .seconds(1),
        """
        one update takes 100,000 s, another 1 s: the short one should turn 1 into 3 at t = 1 s, and not \
        wait. It ended at t = \(Bubble.elapsed), with a count of \(value)
        """)
      await slow.value
      #expect(
        counter.value == 13 && Bubble.elapsed == .seconds(200_000),
        """
        after 100,000 s, the slow update finds a new count, 3, and should call `change` again: \
        expected 13 at t = 200,000 s, not \(counter.value) at t = \(Bubble.elapsed)
        """)
    }
  }
}
