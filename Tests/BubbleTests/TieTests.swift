import Bubble
import Channels
import Synchronization
import Testing

@Suite("events of one moment") struct TieTests {
  /// How often each outcome came in all schedules.
  private func outcomes(
    _ body: @escaping @Sendable () async throws -> Void
  ) async -> Set<String> {
    let exploration = await explore(.exhaustive(), body)
    #expect(exploration.isExhaustive)
    #expect(exploration.failures == 0)
    return Set(exploration.outcomes.keys)
  }

  @Test func `a sender that wakes at the deadline is in time or too late`() async {
    let seen = await outcomes {
      let crates = Channel<Int>(capacity: 1)
      let ship = Task {
        try? await Task.sleep(for: .seconds(1))
        await crates.send(1)
      }
      let outcome = await select {
        Receive(from: crates) { _ in "result" }
        After(.seconds(1)) { "timeout" }
      }
      Bubble.note(outcome: outcome)
      await ship.value
    }

    #expect(seen == ["result", "timeout"])
  }

  @Test func `a sleep that is cancelled when it is over has slept or was cancelled`() async {
    let seen = await outcomes {
      let sleeper = Task {
        do {
          try await Task.sleep(for: .seconds(1))
          return "slept"
        } catch {
          return "cancelled"
        }
      }
      let canceller = Task {
        try? await Task.sleep(for: .seconds(1))
        sleeper.cancel()
      }
      Bubble.note(outcome: await sleeper.value)
      await canceller.value
    }

    #expect(seen == ["slept", "cancelled"])
  }

  @Test func `two timeouts of the same length both win`() async {
    let seen = await outcomes {
      let outcome = await select {
        After(.seconds(1)) { 1 }
        After(.seconds(1)) { 2 }
      }
      Bubble.note(outcome: outcome)
    }

    #expect(seen == ["1", "2"])
  }

  @Test func `a channel that is closed at the deadline is closed or not`() async {
    let seen = await outcomes {
      let crates = Channel<Int>()
      let harbor = Task {
        try? await Task.sleep(for: .seconds(1))
        crates.close()
      }
      let outcome = await select {
        Receive(from: crates) { _ in "closed" }
        After(.seconds(1)) { "timeout" }
      }
      Bubble.note(outcome: outcome)
      await harbor.value
    }

    #expect(seen == ["closed", "timeout"])
  }

  @Test func `a ticker that is stopped when it is to tick has ticked or not`() async {
    let seen = await outcomes {
      let tide = Ticker(every: .seconds(1))
      let harbor = Task {
        try? await Task.sleep(for: .seconds(1))
        tide.stop()
      }
      await harbor.value
      Bubble.note(outcome: tide.ticks.count)
    }

    #expect(seen == ["0", "1"])
  }

  @Test func `a sleeper may run before a timer of the same moment fires`() async {
    let seen = await outcomes {
      let log = Log()
      await withTaskGroup { group in
        for name in ["a", "b"] {
          group.addTask {
            try? await Task.sleep(for: .seconds(1))
            log.add(name)
            await Task.yield()
            log.add(name)
          }
        }
      }
      Bubble.note(outcome: log.text.filter { $0 != " " })
    }

    #expect(seen == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
  }

  @Test func `a sleep of nothing ends although others do not stop to yield`() async {
    let exploration = await explore {
      let isOver = Mutex(false)
      let sleeper = Task {
        try? await Task.sleep(for: .zero)
        isOver.withLock { $0 = true }
      }
      while !isOver.withLock({ $0 }) { await Task.yield() }
      await sleeper.value
    }

    #expect(exploration.failure == nil)
  }

  @Test func `settle waits for timers that are due`() async throws {
    try await bubble {
      let log = Log()
      let sleeper = Task {
        try? await Task.sleep(for: .zero)
        log.add("slept")
      }
      await Bubble.settle()

      #expect(log.text == "slept")
      await sleeper.value
    }
  }

  @Test func `a cancelled timeout moves no time and changes nothing`() async {
    let exploration = await explore(.exhaustive()) {
      let sleeper = Task { try? await Task.sleep(for: .seconds(1)) }
      let canceller = Task { sleeper.cancel() }
      await sleeper.value
      await canceller.value
      try? await Task.sleep(for: .seconds(1))
      Bubble.note(outcome: "\(Bubble.elapsed)")
    }

    #expect(exploration.isExhaustive)
    #expect(exploration.outcomes.keys.sorted() == ["1.0 seconds"])
  }
}
