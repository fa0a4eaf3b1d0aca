import Bubble
import Foundation
import Testing

@Suite("virtual time") struct TimeTests {
  @Test func `an empty body passes in every schedule`() async throws {
    let exploration = try await bubble {}

    #expect(exploration.schedules == 1)
    #expect(exploration.isExhaustive)
    #expect(exploration.failures == 0)
    #expect(exploration.duration == .zero)
  }

  @Test func `every clock starts at the beginning of the year 2000, in children too`() async throws
  {
    try await bubble {
      let start = Date(timeIntervalSince1970: 946_684_800)

      #expect(Date() == start)
      #expect(await Task { Date() }.value == start)
      #expect(await Task.detached { Date() }.value == start)
    }
  }

  @Test(arguments: [1, 1_000_000, 15_000_000_000])
  func `a sleep moves the time by exactly its length`(nanoseconds: Int) async throws {
    try await bubble {
      let before = ContinuousClock.now
      let suspendingBefore = SuspendingClock.now

      try await Task.sleep(for: .nanoseconds(nanoseconds))

      #expect(ContinuousClock.now - before == .nanoseconds(nanoseconds))
      #expect(SuspendingClock.now - suspendingBefore == .nanoseconds(nanoseconds))
      #expect(Bubble.elapsed == .nanoseconds(nanoseconds))
    }
  }

  @Test func `children see the time move by exactly their sleep`() async throws {
    try await bubble {
      let start = ContinuousClock.now
      let moments = await withTaskGroup(of: Duration.self) { group in
        for seconds in [3, 1, 2] {
          group.addTask {
            try? await Task.sleep(for: .seconds(seconds))
            return ContinuousClock.now - start
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }

      #expect(moments == [.seconds(1), .seconds(2), .seconds(3)])
    }
  }

  @Test func `a sleep that is awaited before its deadline ends at the deadline`() async throws {
    try await bubble {
      let sleeper = Task {
        try await Task.sleep(for: .seconds(2))
        return Bubble.elapsed
      }
      try await Task.sleep(for: .seconds(1))

      #expect(try await sleeper.value == .seconds(2))
      #expect(Bubble.elapsed == .seconds(2))
    }
  }

  @Test func `a sleep that is awaited after its deadline ended at the deadline`() async throws {
    try await bubble {
      let sleeper = Task {
        try await Task.sleep(for: .seconds(2))
        return Bubble.elapsed
      }
      try await Task.sleep(for: .seconds(3))

      #expect(try await sleeper.value == .seconds(2))
      #expect(Bubble.elapsed == .seconds(3))
    }
  }

  @Test func `a sleep until an instant ends at that instant`() async throws {
    try await bubble {
      let deadline = ContinuousClock.now + .seconds(3)
      try await Task.sleep(until: deadline, clock: .continuous)

      #expect(ContinuousClock.now == deadline)
    }
  }

  @Test func `time stands still while any task can run`() async throws {
    try await bubble {
      let sleeper = Task { try? await Task.sleep(for: .seconds(1)) }
      for _ in 0..<100 { await Task.yield() }
      #expect(Bubble.elapsed == .zero)

      await sleeper.value
      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `a sleep of nothing takes no time`() async throws {
    try await bubble {
      try await Task.sleep(for: .zero)
      try await Task.sleep(for: .seconds(-1))

      #expect(Bubble.elapsed == .zero)
    }
  }

  @Test func `a cancelled sleep ends at once and its timer moves no time`() async throws {
    try await bubble {
      let sleeper = Task { try? await Task.sleep(for: .seconds(3600)) }
      await Bubble.settle()
      sleeper.cancel()
      await sleeper.value
      #expect(Bubble.elapsed == .zero)

      try await Task.sleep(for: .seconds(1))
      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `pending timers never fire after the closure has returned`() async throws {
    let exploration = await explore(.count(3)) {
      Task { try? await Task.sleep(for: .seconds(5)) }
    }

    #expect(exploration.failure?.verdict == .leaked)
    #expect(exploration.failure?.time == .zero)
  }

  @Test func `a thousand seconds of sleep do not wait in real time`() async throws {
    let exploration = try await bubble(.count(2)) {
      try await Task.sleep(for: .seconds(1000))
    }

    #expect(exploration.duration == .seconds(1000))
  }
}
