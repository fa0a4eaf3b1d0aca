import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Synchronization
import Testing

/// What the cranes of a test have done.
private final class Yard: Sendable {
  private struct State {
    var begun: [String] = []
    var ended = 0
    var cancelled = 0
  }

  private let state = Mutex(State())
  var begun: [String] { state.withLock { $0.begun } }
  var ended: Int { state.withLock { $0.ended } }
  var cancelled: Int { state.withLock { $0.cancelled } }

  /// Lifts a crate; a crane that is cancelled puts it down all the same.
  func lift(_ crate: String, for duration: Duration) async {
    await Bubble.section("lift") {
      state.withLock { $0.begun.append(crate) }
      let lifting = Task { try? await Task.sleep(for: duration) }
      await lifting.value
      state.withLock {
        $0.ended += 1
        if Task.isCancelled { $0.cancelled += 1 }
      }
    }
  }
}

/// A channel that holds these crates.
private func load(_ crates: [String]) async -> Channel<String> {
  let channel = Channel<String>(capacity: max(crates.count, 1))
  for crate in crates { await channel.send(crate) }
  return channel
}

/// Rings a bell once, after a time.
private func ring(
  _ bell: Channel<String>, _ sound: String = "ding", after time: Duration
) -> Task<Void, Never> {
  Task {
    try? await Task.sleep(for: time)
    await bell.send(sound)
  }
}

@Suite("4.7 Stop signal", .exercise("4.7"), .leavesNoTask)
struct StopSignalTests {
  @Test func `the bell stops every crane`() async throws {
    try await bubble {
      var draw = Draw(471)
      for cranes in [1, 3, 4] {
        let crates = draw.words(30)
        let ship = await load(crates)
        ship.close()
        let bell = Channel<String>()
        let yard = Yard()
        let begin = Bubble.elapsed
        let ringing = ring(bell, after: .seconds(5))

        let lifted = await workShift(cranes: cranes, crates: ship, bell: bell.receiveOnly) {
          crate in
          await yard.lift(crate, for: .seconds(2))
        }
        let end = Bubble.elapsed - begin
        ringing.cancel()

        #expect(
          lifted == 3 * cranes && yard.begun.count == 3 * cranes,
          """
          a crate takes 2 s and the bell rings after 5 s: each crane should lift three crates and \
          take no other. Cranes: \(cranes); crates taken: \(yard.begun.count); counted: \(lifted)
          """)
        #expect(
          end == .seconds(6),
          "the cranes have crates in hand until 6 s after the start; the shift should end then")
        #expect(
          Set(yard.begun) == Set(crates.prefix(3 * cranes)) && ship.count == 30 - 3 * cranes,
          """
          the first \(3 * cranes) crates should be lifted, each once, and the other \(30 - 3 * cranes) left \
          on the ship; found there: \(ship.count)
          """)
      }
    }
    // Little happens here, so that the schedules differ in the order of the two cranes.
    try await bubble {
      let ship = await load(["tea", "salt", "wool"])
      ship.close()
      let bell = Channel<String>()
      let ringing = ring(bell, after: .seconds(1))

      let lifted = await workShift(cranes: 2, crates: ship, bell: bell.receiveOnly) { _ in
        try? await Task.sleep(for: .seconds(2))
      }
      ringing.cancel()

      #expect(
        lifted == 2 && ship.count == 1,
        """
        the bell rings while both cranes lift their first crate, and both put it down at the same \
        moment, t = 2 s: neither should take the third one. Lifted: \(lifted); left: \(ship.count)
        """)
    }
  }

  @Test func `cranes that wait stop at once`() async throws {
    try await bubble {
      var draw = Draw(472)
      let count = 1 + draw.number(below: 3)
      let ship = await load(draw.words(count))
      let bell = Channel<String>(capacity: 1)
      let yard = Yard()
      let ringing = ring(bell, after: .seconds(100_000))

      let lifted = await workShift(cranes: 5, crates: ship, bell: bell.receiveOnly) { crate in
        await yard.lift(crate, for: .seconds(1))
      }
      let end = Bubble.elapsed
      let isTaken = ship.trySend("late") && ship.count == 0
      ringing.cancel()

      #expect(lifted == count, "crates for five cranes: \(count); all of them should be lifted")
      #expect(
        end == .seconds(100_000),
        "all five cranes wait for a crate when the bell rings at t = 100,000 s; all should stop then"
      )
      #expect(!isTaken, "the shift is over; no crane should take a crate any more")
    }
    // The bell's message may be empty.
    try await bubble {
      let ship = Channel<String>()
      let bell = Channel<String>()
      let ringing = ring(bell, "", after: .seconds(3))
      let closing = Task {
        try? await Task.sleep(for: .seconds(100))
        ship.close()
      }

      _ = await workShift(cranes: 2, crates: ship, bell: bell.receiveOnly) { _ in }
      let end = Bubble.elapsed
      ringing.cancel()
      await closing.value

      #expect(
        end == .seconds(3),
        """
        the bell's message is an empty text, which comes at t = 3 s: both cranes wait for a crate, and \
        should stop then. The shift ended after \(end)
        """)
    }
  }

  @Test func `a crate in hand is lifted to its end`() async throws {
    try await bubble {
      let ship = await load(["heavy"])
      let bell = Channel<String>()
      let yard = Yard()
      let ringing = ring(bell, after: .seconds(3))

      let lifted = await workShift(cranes: 3, crates: ship, bell: bell.receiveOnly) { crate in
        await yard.lift(crate, for: .seconds(100))
      }
      let end = Bubble.elapsed
      let ended = yard.ended
      ringing.cancel()

      #expect(
        lifted == 1 && ended == 1 && end == .seconds(100),
        """
        one crane has a heavy crate in hand from t = 0 s to 100 s, and the bell rings at t = 3 s; \
        the shift should end when the crate is lifted, and count it. It ended at t = \(end); lifted: \
        \(ended), counted: \(lifted)
        """)
      #expect(yard.cancelled == 0, "the bell should not cancel a crane that is lifting")

      for isCancelled in [false, true] {
        let ship = Channel<String>(capacity: 2)
        let bell = Channel<String>(capacity: 1)
        let yard = Yard()
        let working = Task {
          await workShift(cranes: 2, crates: ship, bell: bell.receiveOnly) { crate in
            await yard.lift(crate, for: .seconds(1))
          }
        }
        let sending = Task {
          try? await Task.sleep(for: .seconds(3))
          for crate in ["tea", "salt"] { _ = ship.trySend(crate) }
        }
        try? await Task.sleep(for: .seconds(3))
        if isCancelled { working.cancel() } else { _ = bell.trySend("ding") }
        let counted = await working.value
        await sending.value

        #expect(
          counted == yard.ended && counted + ship.count == 2,
          """
          two crates come at the moment when \(isCancelled ? "the caller is cancelled" : "the bell rings"): \
          each should be lifted and counted, or be left. Lifted: \(yard.ended), counted: \(counted), \
          left: \(ship.count)
          """)
      }
    }
  }

  @Test func `all cranes work at the same time`() async throws {
    try await bubble {
      for cranes in [1, 2, 6] {
        let ship = await load((0..<12).map { "\($0)" })
        ship.close()
        let bell = Channel<String>()
        let yard = Yard()
        let begin = Bubble.elapsed

        let lifted = await workShift(cranes: cranes, crates: ship, bell: bell.receiveOnly) {
          crate in
          await Bubble.section("\(cranes) cranes") { await yard.lift(crate, for: .seconds(1)) }
        }

        #expect(lifted == 12, "there were twelve crates and no bell; all should be lifted")
        #expect(
          Bubble.elapsed - begin == .seconds(12 / cranes)
            && Bubble.mostInside("\(cranes) cranes") == cranes,
          """
          twelve crates of 1 s each: \(counted(cranes, "crane")) should lift them in \(12 / cranes) s, \
          all working at the same time. It took \(Bubble.elapsed - begin), with at most \
          \(Bubble.mostInside("\(cranes) cranes")) at work
          """)
      }
    }
    try await bubble(.count(1)) {
      let ship = await load((1...crowd).map { "\($0)" })
      ship.close()
      _ = await workShift(cranes: crowd, crates: ship, bell: Channel().receiveOnly) { _ in
        await Bubble.section("cranes") { try? await Task.sleep(for: .seconds(1)) }
      }

      #expect(
        Bubble.mostInside("cranes") == crowd,
        "\(crowd) cranes and as many crates: expected all cranes to lift at the same time")
    }
  }

  @Test func `without a bell the shift ends with the crates`() async throws {
    try await bubble {
      for count in [0, 1, 5] {
        let ship = Channel<String>()
        let bell = Channel<String>()
        let yard = Yard()
        let begin = Bubble.elapsed
        let sender = Task {
          for number in 0..<count {
            await ship.send("\(number)")
            try? await Task.sleep(for: .seconds(4))
          }
          ship.close()
        }

        let lifted = await workShift(cranes: 3, crates: ship, bell: bell.receiveOnly) { crate in
          await yard.lift(crate, for: .seconds(6))
        }
        let left = await tasksLeftBehind()
        let end = Bubble.elapsed - begin
        await sender.value

        #expect(
          lifted == count && yard.ended == count,
          "crates before the channel was closed: \(count); each should be lifted and counted")
        let expected: Duration = count == 0 ? .zero : .seconds(4 * (count - 1) + 6)
        #expect(
          end == expected, "the last crate is lifted after \(expected), and the shift ends with it")
        #expect(
          !bell.trySend("ding"),
          """
          the shift is over, but a task of yours still waits for the bell: its message should be left \
          for another receiver
          """)
        #expect(left == 0, "it has returned and left \(left) of your tasks behind")
      }
    }
    // Crates may have any name, or the same one.
    try await bubble {
      let crates = ["", "tea", "tea", "stop", "", "end"]
      let ship = await load(crates)
      ship.close()
      let yard = Yard()

      let lifted = await workShift(cranes: 1, crates: ship, bell: Channel().receiveOnly) { crate in
        await yard.lift(crate, for: .seconds(1))
      }

      #expect(
        yard.begun == crates && lifted == crates.count,
        """
        the crates are \(crates), and the bell does not ring: expected the crane to lift all of them in this \
        order. Lifted: \(yard.begun); counted: \(lifted)
        """)
    }
  }

  @Test func `the next shift goes on with the same channels`() async throws {
    try await bubble {
      let ship = await load((1...9).map { "crate \($0)" })
      let bell = Channel<String>()
      let yard = Yard()
      let rings = [ring(bell, after: .seconds(3)), ring(bell, after: .seconds(7))]

      var lifted: [Int] = []
      for _ in 1...2 {
        lifted.append(
          await workShift(cranes: 2, crates: ship, bell: bell.receiveOnly) { crate in
            await yard.lift(crate, for: .seconds(2))
          })
      }
      let end = Bubble.elapsed
      for ringing in rings { ringing.cancel() }
      let isOpen = ship.trySend("crate 10")

      #expect(
        lifted == [4, 4] && end == .seconds(8),
        """
        two cranes, 2 s a crate, bells at t = 3 s and 7 s: the first shift should lift four crates \
        by t = 4 s and the next one four more by t = 8 s, but they lifted \(lifted) by \(end)
        """)
      #expect(
        isOpen && ship.count == 2,
        """
        the sender goes on after the shifts: its channel should be open, and hold the ninth crate and \
        the tenth, which is new. Crates in it: \(ship.count)
        """)
    }
  }

  @Test func `cancelling the caller ends the shift`() async throws {
    try await bubble {
      for count in [1, 8] {
        let ship = await load((0..<count).map { "\($0)" })
        let bell = Channel<String>()
        let yard = Yard()
        let begin = Bubble.elapsed
        let working = Task {
          let lifted = await workShift(cranes: 2, crates: ship, bell: bell.receiveOnly) { crate in
            await yard.lift(crate, for: .seconds(4))
          }
          return (lifted, Bubble.elapsed - begin)
        }

        try? await Task.sleep(for: .seconds(3))
        working.cancel()
        let (lifted, end) = await working.value

        #expect(
          lifted == min(count, 2) && yard.ended == lifted,
          """
          two cranes, \(counted(count, "crate")): when the caller is cancelled after 3 s, the crates in \
          hand should be lifted and counted, and no others. Lifted: \(yard.ended), counted: \(lifted)
          """)
        #expect(
          end == .seconds(4),
          "the crates in hand are lifted 4 s after the start, and the shift should end then")
      }

      let ship = await load((1...9).map { "\($0)" })
      ship.close()
      let yard = Yard()
      let early = Task {
        await workShift(cranes: 2, crates: ship, bell: Channel().receiveOnly) { crate in
          await yard.lift(crate, for: .seconds(4))
        }
      }
      early.cancel()
      let lifted = await early.value

      #expect(
        lifted <= 2 && lifted == yard.ended && lifted + ship.count == 9,
        """
        the caller was cancelled before the call: each of two cranes may take one crate at that \
        moment, and no other; taken: \(9 - ship.count), lifted: \(yard.ended), counted: \(lifted)
        """)
    }
  }
}
