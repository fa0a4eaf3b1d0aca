import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Synchronization
import Testing

/// A call and the time at which its reply began.
private struct Reply: Equatable, CustomStringConvertible {
  var call: String
  var time: Duration
  var description: String { "\"\(call)\" at \(time)" }
}

/// Writes down the replies.
private final class Logbook: Sendable {
  private let entries = Mutex<[Reply]>([])
  var replies: [Reply] { entries.withLock { $0 } }
  var calls: [String] { replies.map(\.call) }

  func begin(_ call: String) {
    entries.withLock { $0.append(Reply(call: call, time: Bubble.elapsed)) }
  }
}

/// Sends calls at these seconds.
private func caller(_ calls: [(Double, String)], on channel: Channel<String>) -> Task<Void, Never> {
  Task {
    for (second, call) in calls {
      try? await Task.sleep(for: .seconds(second) - Bubble.elapsed)
      await channel.send(call)
    }
  }
}

@Suite("4.6 Urgent first", .exercise("4.6"), .leavesNoTask)
struct UrgentFirstTests {
  @Test func `urgent calls go before all others`() async throws {
    try await bubble {
      var draw = Draw(461)
      let urgent = Channel<String>(capacity: 4)
      let routine = Channel<String>(capacity: 5)
      let (urgentCalls, routineCalls) = (draw.words(4), draw.words(5))
      for call in routineCalls { await routine.send(call) }
      for call in urgentCalls { await urgent.send(call) }
      urgent.close()
      routine.close()
      let log = Logbook()

      await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { call in
        log.begin(call)
        try? await Task.sleep(for: .seconds(1))
      }

      #expect(
        log.calls == urgentCalls + routineCalls,
        """
        four urgent and five routine calls were there from the beginning; expected the urgent ones \
        first, then the others, each kind in its order
        """)
      #expect(Bubble.elapsed == .seconds(9), "nine replies of 1 s each take 9 s")
    }
    try await bubble(.count(1)) {
      let urgent = Channel<String>(capacity: 5 * crowd)
      let routine = Channel<String>(capacity: 5 * crowd)
      let calls = (1...10 * crowd).map { "call \($0)" }
      for call in calls.prefix(5 * crowd) { await urgent.send(call) }
      for call in calls.suffix(5 * crowd) { await routine.send(call) }
      urgent.close()
      routine.close()
      let log = Logbook()

      await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }

      let isRight = log.calls == calls
      #expect(
        isRight,
        """
        \(5 * crowd) urgent calls, and as many routine ones, were there from the beginning; all of \
        them should be answered, the urgent ones first
        """)
    }
    // A call may be empty, or equal to another.
    try await bubble {
      let urgent = Channel<String>(capacity: 4)
      let routine = Channel<String>(capacity: 4)
      let (urgentCalls, routineCalls) = (["", "leak", "leak", ""], ["", "tide", "tide", ""])
      for call in routineCalls { await routine.send(call) }
      for call in urgentCalls { await urgent.send(call) }
      urgent.close()
      routine.close()
      let log = Logbook()

      await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }

      #expect(
        log.calls == urgentCalls + routineCalls,
        """
        the urgent calls \(urgentCalls) and the routine calls \(routineCalls) were there from the \
        beginning: expected each of them to be answered, the urgent ones first. Answered: \(log.calls)
        """)
    }
  }

  @Test func `an urgent call during a reply is the next`() async throws {
    try await bubble {
      let urgent = Channel<String>()
      let routine = Channel<String>(capacity: 9)
      for number in 1...4 { await routine.send("routine \(number)") }
      let log = Logbook()
      let callers = [
        caller([(3, "urgent 1"), (4.5, "urgent 2")], on: urgent),
        caller([(5, "routine 5")], on: routine),
      ]
      let answering = Task {
        await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { call in
          log.begin(call)
          try? await Task.sleep(for: .seconds(2))
        }
      }

      try? await Task.sleep(for: .seconds(20))
      urgent.close()
      routine.close()
      await answering.value
      for caller in callers { await caller.value }

      #expect(
        log.calls == [
          "routine 1", "routine 2", "urgent 1", "urgent 2", "routine 3", "routine 4", "routine 5",
        ],
        """
        each reply takes 2 s; "urgent 1" came at t = 3 s during the second, "urgent 2" at t = 4.5 \
        s during the third, so they should be answered at t = 4 s and t = 6 s, before the routine \
        calls that wait
        """)
    }
  }

  @Test func `both kinds are heard while it waits`() async throws {
    try await bubble {
      let urgent = Channel<String>(capacity: 5)
      let routine = Channel<String>(capacity: 5)
      let log = Logbook()
      let callers = [
        caller([(1.25, "u1"), (1_000, "u2")], on: urgent),
        caller([(2.5, "r1"), (500, "r2"), (1_000.5, "r3")], on: routine),
      ]
      let answering = Task {
        await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }
      }

      for caller in callers { await caller.value }
      urgent.close()
      routine.close()
      await answering.value

      let expected = [("u1", 1.25), ("r1", 2.5), ("r2", 500), ("u2", 1_000), ("r3", 1_000.5)]
      #expect(
        log.replies == expected.map { Reply(call: $0, time: .seconds($1)) },
        """
        calls of both kinds came one by one, with long pauses; each should be answered at the \
        moment it comes, but the replies were \(log.replies)
        """)
    }
    // Two operators begin at the same moment, and there is a routine call for one of them.
    try await bubble {
      let urgent = Channel<String>(capacity: 1)
      let routine = Channel<String>(capacity: 1)
      await routine.send("tide")
      let log = Logbook()
      let operators = (1...2).map { _ in
        Task {
          await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { call in
            log.begin(call)
            try? await Task.sleep(for: .seconds(9))
          }
        }
      }
      try? await Task.sleep(for: .seconds(1))
      _ = urgent.trySend("leak")
      try? await Task.sleep(for: .seconds(1))
      urgent.close()
      routine.close()
      for task in operators { await task.value }

      #expect(
        log.replies == [
          Reply(call: "tide", time: .zero), Reply(call: "leak", time: .seconds(1)),
        ],
        """
        two calls of your function share the channels: "tide" was there for one of them, so the other \
        one should answer "leak" when it comes, after 1 s, but the replies were \(log.replies). A \
        call that you have seen may be gone when you receive
        """)
    }
    // Calls without a word come while it waits.
    try await bubble {
      let urgent = Channel<String>(capacity: 3)
      let routine = Channel<String>(capacity: 3)
      let log = Logbook()
      let callers = [
        caller([(1, ""), (3, "leak"), (5, "leak")], on: urgent),
        caller([(2, ""), (4, "tide"), (6, "")], on: routine),
      ]
      let answering = Task {
        await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }
      }

      for caller in callers { await caller.value }
      urgent.close()
      routine.close()
      await answering.value

      let expected = ["", "", "leak", "tide", "leak", ""]
      #expect(
        log.replies == zip(expected, 1...6).map { Reply(call: $0, time: .seconds($1)) },
        """
        the calls \(expected) came one by one, one each second: expected each to be answered when it \
        comes, but the replies were \(log.replies)
        """)
    }
  }

  @Test func `it goes on until both are closed`() async throws {
    try await bubble {
      for (closesUrgentFirst, pause) in [(true, 5), (false, 100_000), (true, 1), (false, 1)] {
        let urgent = Channel<String>(capacity: 1)
        let routine = Channel<String>(capacity: 1)
        let (first, second) = closesUrgentFirst ? (urgent, routine) : (routine, urgent)
        let log = Logbook()
        let begin = Bubble.elapsed
        let answering = Task {
          await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { call in
            log.begin(call)
            try? await Task.sleep(for: .seconds(2))
          }
          return Bubble.elapsed - begin
        }

        try? await Task.sleep(for: .seconds(1))
        first.close()
        try? await Task.sleep(for: .seconds(5))
        await second.send("late")
        try? await Task.sleep(for: .seconds(pause))
        second.close()
        let end = await answering.value

        #expect(
          log.calls == ["late"],
          "one channel closed after 1 s, and a call came on the other after 6 s: answer it")
        #expect(
          end == .seconds(max(8, 6 + pause)),
          """
          the reply to the last call took from 6 s to 8 s, and the second channel closed after \
          \(6 + pause) s; it should return as soon as both are over
          """)
      }
    }
  }

  @Test func `calls left at the close are answered`() async throws {
    try await bubble {
      var draw = Draw(462)
      for (urgentSize, routineSize) in [(0, 0), (0, 1), (1, 0), (3, 30)] {
        let urgent = Channel<String>(capacity: urgentSize)
        let routine = Channel<String>(capacity: routineSize + 1)
        let urgentCalls = draw.words(urgentSize)
        let routineCalls = draw.words(routineSize) + [""]
        for call in urgentCalls { await urgent.send(call) }
        for call in routineCalls { await routine.send(call) }
        urgent.close()
        routine.close()
        let log = Logbook()

        await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }
        let left = await tasksLeftBehind()

        #expect(
          log.calls == urgentCalls + routineCalls,
          """
          both channels were closed with calls left (urgent: \(urgentSize), routine: \
          \(routineSize + 1), the last of them without text); each should be answered once, urgent \
          ones first
          """)
        #expect(left == 0, "it has returned and left \(left) of your tasks behind")
      }
    }
  }

  @Test func `it takes one call at a time`() async throws {
    try await bubble {
      let urgent = Channel<String>(capacity: 3)
      let routine = Channel<String>(capacity: 3)
      for number in 1...3 {
        await urgent.send("u\(number)")
        await routine.send("r\(number)")
      }
      urgent.close()
      routine.close()
      let log = Logbook()
      let counts = Mutex<[Int]>([])

      await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { call in
        await Bubble.section("reply") {
          log.begin(call)
          try? await Task.sleep(for: .seconds(1))
          counts.withLock { $0.append(urgent.count + routine.count) }
        }
      }

      let left = counts.withLock { $0 }
      #expect(
        left == [5, 4, 3, 2, 1, 0],
        "at the end of each reply, all calls but the answered ones should still be on the channels")
      #expect(Bubble.mostInside("reply") == 1, "expected one reply at a time")
    }
  }

  @Test func `cancelling the caller ends the wait`() async throws {
    try await bubble {
      for closesUrgent in [false, true] {
        let urgent = Channel<String>()
        let routine = Channel<String>(capacity: 1)
        await routine.send("before")
        if closesUrgent { urgent.close() }
        let log = Logbook()
        let begin = Bubble.elapsed
        let answering = Task {
          await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }
          return Bubble.elapsed - begin
        }

        try? await Task.sleep(for: .seconds(2))
        answering.cancel()
        let end = await answering.value
        _ = routine.trySend("after")
        await Bubble.settle()

        #expect(
          log.calls == ["before"],
          "one call came before the cancellation: expected this reply, and none after it")
        #expect(
          end == .seconds(2),
          "it should wait for calls until the caller is cancelled after 2 s, then return at once")
        #expect(routine.count == 1, "it has returned; a later call should stay on its channel")
      }
      let routine = Channel<String>(capacity: 1)
      await routine.send("long")
      let begin = Bubble.elapsed
      let answering = Task {
        await answer(urgent: Channel().receiveOnly, routine: routine.receiveOnly) { _ in
          await Task { try? await Task.sleep(for: .seconds(4)) }.value
        }
        return Bubble.elapsed - begin
      }

      try? await Task.sleep(for: .seconds(1))
      answering.cancel()
      let end = await answering.value

      #expect(
        end == .seconds(4),
        """
        the caller was cancelled after 1 s, during a reply of 4 s; it should wait for this reply, \
        and for no further call
        """)

      await cancelAtTheMomentOfAnElement("call") { urgent, routine in
        let log = Logbook()
        await answer(urgent: urgent.receiveOnly, routine: routine.receiveOnly) { log.begin($0) }
        return log.calls
      }
    }
  }
}
