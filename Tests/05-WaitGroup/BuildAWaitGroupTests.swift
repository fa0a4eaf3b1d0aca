import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

@Suite("5.5 Build a wait group", .exercise("5.5"))
struct BuildAWaitGroupTests {
  @Test func `it releases every task in the moment of zero`() async throws {
    try await bubble {
      for count in [1, 3, 12] {
        let tally = Tally()
        let other = Tally()  // has a count of its own
        let log = Logbook()
        let start = Bubble.elapsed
        try await other.add(100)
        try await tally.add(0)  // changes nothing
        try await tally.add(2)
        try await tally.add()

        try await withThrowingTaskGroup { group in
          for number in 1...count {
            group.addTask {
              await tally.wait()
              log.begin("task \(number)")
            }
          }
          for seconds in [100_000, 8, 2] {
            group.addTask {
              try await Task.sleep(for: .seconds(seconds))
              try await tally.done()
              log.end("done after \((Bubble.elapsed - start).components.seconds) s")
            }
          }
          try await group.waitForAll()
        }

        let times = log.begins.values.map { $0 - start }
        try #require(
          times == Array(repeating: .seconds(100_000), count: count),
          """
          three things are done after 2, 8 and 100,000 s: expected each `wait` to return after \
          100,000 s, not earlier and not later
          """)
        try #require(
          log.ended == ["done after 100000 s", "done after 2 s", "done after 8 s"],
          "expected `done` to return without waiting for other tasks")
      }
    }
    try await bubble(.count(1)) {
      let tally = Tally()
      let log = Logbook()
      try await tally.add()
      let tasks = (1...crowd).map { _ in
        Task {
          await tally.wait()
          log.end("wait")
        }
      }
      await Bubble.settle()
      let early = log.ended.count
      try await tally.done()
      for task in tasks { await task.value }

      #expect(
        early == 0,
        "\(crowd) tasks wait for one thing: expected none to go on before it is done; \(early) did")
    }
    // One of two tasks that wait begins the next round as soon as it may.
    try await bubble {
      let tally = Tally()
      let log = Logbook()
      try await tally.add()
      let waiting = Task {
        await tally.wait()
        log.end("first")
      }
      await Bubble.settle()
      let next = Task {
        await tally.wait()
        try await tally.add()
      }
      try await tally.done()
      try await next.value
      await Bubble.settle()
      let ended = log.ended
      try await tally.done()
      await waiting.value

      #expect(
        ended == ["first"],
        """
        a task waits when the last thing is done. At that moment another `wait` returns, and its task \
        adds a new thing: expected the first task to go on all the same
        """)
    }
  }

  @Test func `a task that comes at zero does not wait`() async throws {
    try await bubble {
      let tally = Tally()
      await tally.wait()  // nothing was added yet

      for count in 1...3 {
        try await tally.add(count)
        let waiting = Task {
          await tally.wait()
          return Bubble.elapsed
        }
        // Some tasks call `done` at the time at which another one calls `wait`: whichever comes
        // first, no wake-up may be lost.
        let finishing = (1...count).map { _ in Task { try await tally.done() } }
        for task in finishing { try await task.value }
        let released = await waiting.value
        await tally.wait()

        try #require(
          released == .zero, "all was done without a pause: expected `wait` to return at t = 0 s")
      }

      try await tally.add()
      let late = Task {
        await tally.wait()
        return Bubble.elapsed
      }
      try await Task.sleep(for: .seconds(1))
      try await tally.done()

      let time = await late.value
      #expect(
        time == .seconds(1), "the last thing was done after 1 s: expected `wait` to return then")
    }
  }

  @Test func `a round does not release the next one`() async throws {
    try await bubble {
      let tally = Tally()
      for round in 1...3 {
        let log = Logbook()
        try await tally.add()
        let first = (1...round).map { number in
          Task {
            await tally.wait()
            log.end("old \(number)")
          }
        }
        await Bubble.settle()

        try await tally.done()
        try await tally.add()  // the next round, before the released tasks have run
        let second = Task {
          await tally.wait()
          log.end("new")
        }
        await Bubble.settle()

        try #require(
          log.ended == (1...round).map { "old \($0)" },
          """
          round \(2 * round - 1) has ended, and round \(2 * round) has begun: \
          expected the tasks of the old round to go on, and the task of the new one to wait
          """)
        try await tally.done()
        for task in first { await task.value }
        await second.value
      }
    }
    // Little happens here, so that the schedules differ in how the end of a round meets the next one.
    try await bubble {
      let tally = Tally()
      let log = Logbook()
      try await tally.add()
      let finishing = Task { try await tally.done() }

      try await tally.add()
      let working = Task {
        try await Task.sleep(for: .seconds(1))
        log.end("the second thing")
        try await tally.done()
      }
      await tally.wait()
      let ended = log.ended

      #expect(
        ended == ["the second thing"],
        """
        one task adds a thing and waits, while another task reports that an earlier one is done: \
        expected the wait to go on until the new thing is done, too. Is the number changed under the \
        same lock as the list of those who wait?
        """)
      try await finishing.value
      try await working.value
    }
    // The first task may go on late, when the next round has begun.
    try await bubble {
      let tally = Tally()
      let log = Logbook()
      try await tally.add()
      let old = Task { await tally.wait() }
      let new = Task {
        try await tally.done()
        try await tally.add()
        await tally.wait()
        log.end("new")
      }
      await Bubble.settle()
      let ended = log.ended

      try await tally.done()
      await old.value
      try await new.value
      #expect(
        ended == [],
        """
        a task waits while another one reports the last thing, adds a new one, and waits, too: \
        expected the second task to wait until the new thing is done
        """)
    }
  }

  @Test func `it never goes below zero`() async throws {
    // Two tasks at the same moment, and one thing left.
    try await bubble {
      let tally = Tally()
      try await tally.add()
      let finishing = (1...2).map { _ in Task { try await tally.done() } }
      var failures = 0
      for task in finishing {
        if case .failure = await task.result { failures += 1 }
      }
      try #require(
        failures == 1,
        """
        one thing is left to do, and two tasks call `done` at the same moment: expected one of the \
        calls to throw; \(failures) did
        """)
    }
    try await bubble {
      var numbers = Numbers(seed: 55)
      for count in [0, 1, numbers.next(in: 2...5), numbers.next(in: 6...20)] {
        let tally = Tally()
        let log = Logbook()
        try await tally.add(count)

        for excess in 1...3 {
          await #expect(
            throws: NegativeTally.self,
            "with \(counted(count, "thing")) to do, expected `add(-\(count + excess))` to throw"
          ) {
            try await tally.add(-count - excess)
          }
        }
        Task {
          await tally.wait()
          log.end("wait")
        }
        for left in (0..<count).reversed() {
          await Bubble.settle()
          try #require(
            log.ended == [],
            """
            still to do: \(left + 1) of \(count); expected `wait` not to return yet. An `add` that throws \
            should change nothing
            """)
          await #expect(
            throws: Never.self,
            "expected `done()` not to throw; still to do: \(left + 1) of \(count)"
          ) {
            try await tally.done()
          }
        }

        await Bubble.settle()
        try #require(
          log.ended == ["wait"],
          "nothing is left to do, after \(counted(count, "call")) of `done`: expected `wait` to return"
        )
        await #expect(
          throws: NegativeTally.self, "nothing is left to do: expected `done()` to throw"
        ) {
          try await tally.done()
        }
      }
    }
  }

  @Test func `a negative number takes away`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 550)
      let tally = Tally()
      for _ in 1...5 {
        let parts = [numbers.next(in: 1...9), numbers.next(in: 1...9)]
        let log = Logbook()
        try await tally.add(parts[0] + parts[1])
        for number in 1...2 {
          Task {
            await tally.wait()
            log.end("task \(number)")
          }
        }

        await Bubble.settle()
        try await tally.add(-parts[0])
        try await tally.add(0)
        await Bubble.settle()
        try #require(
          log.ended == [],
          "done: \(parts[0]) of \(parts[0] + parts[1]); expected both tasks to go on waiting")
        try await tally.add(-parts[1])
        await Bubble.settle()

        try #require(
          log.ended == ["task 1", "task 2"],
          "`add(-\(parts[1]))` takes away all that is left: expected both tasks to go on")
      }
    }
  }

  @Test func `cancelling does not end a wait`() async throws {
    try await bubble {
      let tally = Tally()
      try await tally.add()
      let log = Logbook()
      let tasks = ["at once", "later", "never"].map { name in
        Task {
          await tally.wait()
          log.begin(name)
        }
      }
      tasks[0].cancel()
      await Bubble.settle()
      tasks[1].cancel()
      let finishing = Task {
        await sleepThrough(.seconds(100_000))
        try await tally.done()  // counts, although this task is cancelled, too
      }
      finishing.cancel()

      try await finishing.value
      for task in tasks { await task.value }

      let times = ["at once", "later", "never"].compactMap { log.begins[$0] }
      #expect(
        times == Array(repeating: .seconds(100_000), count: 3),
        """
        two of three tasks were cancelled; expected all to wait until zero, which is after 100,000 s
        """)

      let adding = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await tally.add(2)
      }
      try await adding.value
      let waiting = Task {
        await tally.wait()
        log.end("wait")
      }
      await Bubble.settle()
      try #require(
        log.ended == [], "a cancelled task called `add(2)`: its call counts, so `wait` should wait")
      for _ in 1...2 { try await tally.done() }
      await waiting.value
    }
  }
}
