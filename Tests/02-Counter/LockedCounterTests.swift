import Bubble
import Chapter02Counter
import CourseTesting
import Synchronization
import Testing

@Suite("2.1 Counter behind a lock", .exercise("2.1"))
struct LockedCounterTests {
  @Test func `every increment is counted`() async throws {
    try await bubble {
      let counter = LockedCounter()
      let other = LockedCounter()
      for _ in 1...120 { counter.increment() }

      await withTaskGroup { group in
        for _ in 1...10 {
          group.addTask {
            for _ in 1...5 {
              counter.increment()
              await Task.yield()
            }
          }
        }
        group.addTask {
          let reading = counter.value
          #expect(
            reading >= 120,
            "120 were counted before, and other tasks are counting: expected 120 or more, not \(reading)"
          )
        }
      }

      let value = counter.value
      #expect(value == 170, "120 and then 10 times 5 were counted, which makes 170, not \(value)")
      #expect(other.value == 0, "nothing was counted on the other counter: each has its own count")
    }
    try await bubble {
      let counter = LockedCounter()
      let counting = Task {
        counter.increment()
        await counter.add { 10 }
      }

      let reading = counter.value
      await counting.value

      #expect(
        [0, 1, 11].contains(reading),
        """
        one task counted 1 and then added 10, so the count was 0, then 1, then 11; but another task \
        read \(reading) in the meantime. Is the whole count read under one lock?
        """)
    }
  }

  @Test func `nothing is lost while an amount is awaited`() async throws {
    try await bubble {
      var draw = Draw(seed: 21)
      let counter = LockedCounter()
      // Something may be taken away, too.
      let amounts = [draw.number(in: 100...999), 0, draw.number(in: -99 ... -1)]

      await withTaskGroup { group in
        for crates in amounts {
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
        value == amounts.reduce(1, +),
        """
        \(amounts) were added and 1 was counted, which makes \(amounts.reduce(1, +)), not \(value): \
        what was read before an `await` may be out of date after it
        """)
    }
  }

  @Test func `each amount is asked for once and added`() async throws {
    try await bubble {
      let counter = LockedCounter()
      let asked = Mutex(0)
      let adding = Task {
        await counter.add {
          asked.withLock { $0 += 1 }
          try? await Task.sleep(for: .seconds(2))
          return 20
        }
      }

      try? await Task.sleep(for: .seconds(1))
      counter.increment()
      adding.cancel()
      await adding.value

      let times = asked.withLock { $0 }
      #expect(
        times == 1,
        "another task counted while `add` waited: `amount` should be called once, not \(times) times"
      )
      #expect(
        counter.value == 21, "1 was counted, and 20 was added: cancellation should change nothing")
    }
  }

  @Test func `counting goes on while an amount is awaited`() async throws {
    try await bubble {
      let counter = LockedCounter()
      let adding = Task {
        await counter.add {
          try? await Task.sleep(for: .seconds(100_000))
          return 20
        }
      }

      try? await Task.sleep(for: .seconds(1))
      counter.increment()
      let value = counter.value
      await counter.add { 300 }
      let elapsed = Bubble.elapsed
      await adding.value

      #expect(value == 1, "after 1 s only 1 was counted: the 20 is not known until t = 100,000 s")
      #expect(
        elapsed == .seconds(1),
        "an amount that is known at once should be added at once: did it wait for the other one?")
      #expect(counter.value == 321, "1 was counted, 300 and 20 were added, which makes 321")
    }
    try await bubble(.count(1)) {
      let counter = LockedCounter()
      await withTaskGroup { group in
        for _ in 1...crowd {
          group.addTask {
            await counter.add {
              try? await Task.sleep(for: .seconds(1))
              return 1
            }
          }
        }
      }

      #expect(
        Bubble.elapsed == .seconds(1) && counter.value == crowd,
        """
        \(crowd) tasks find out their amounts, 1 each, at the same time: expected a count of \(crowd) \
        after 1 s, not \(counter.value) after \(Bubble.elapsed)
        """)
    }
  }
}
