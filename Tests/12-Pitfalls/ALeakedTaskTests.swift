import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Testing

/// Sends an alarm after each of these numbers of seconds, named after its time.
func sound(_ alarms: Channel<String>, after times: [Int]) -> Task<Void, Never> {
  Task {
    var last = 0
    for time in times {
      try? await Task.sleep(for: .seconds(time - last))
      await alarms.send("alarm after \(time) s")
      last = time
    }
  }
}

@Suite("12.1 A leaked task", .exercise("12.1"), .leavesNoTask)
struct ALeakedTaskTests {
  @Test func `a later alarm is left for the next ship`() async throws {
    try await bubble {
      let alarms = Channel<String>()
      var horns: [Journal] = []
      for ship in 1...3 {
        let horn = Journal()
        horns.append(horn)
        let sounding = sound(alarms, after: [1])

        _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
          horn.note(alarm)
        } load: {
          try await Task.sleep(for: .seconds(4))
          return ship
        }
        await sounding.value

        let heard = horns.map(\.seconds)
        try #require(
          heard == Array(repeating: [1], count: ship),
          """
          each ship is loaded for 4 s, and an alarm sounds after 1 s of each: expected every ship \
          to hear its own alarm, after 1 s. So far, ships have heard alarms after \(heard) s. Who \
          else listens on the channel?
          """)
        let isTaken = alarms.trySend("alarm in a pause")
        try #require(
          !isTaken,
          """
          no ship is loaded at t = \(Bubble.elapsed / .seconds(1)) s, and a task of yours took an \
          alarm. It belongs to the next listener
          """)
      }

      let watchman = Task { await alarms.receive() }
      let sounding = sound(alarms, after: [2])
      let heard = await watchman.value
      await sounding.value
      #expect(
        heard == "alarm after 2 s", "all ships are loaded: another listener should get the alarm")
    }
  }

  @Test func `alarms are passed on while the ship is loaded`() async throws {
    try await bubble {
      for (times, warning, passed, loading) in [
        ([1, 2, 5], 0, [1, 2, 5], 8), ([], 0, [], 600), ([3], 2, [3], 60), ([0], 7, [0], 8),
        ([1, 2, 3], 5, [1, 6, 11], 60), ([1, 4, 9], 2, [1, 4, 9], 20),
        ([100_000], 2, [100_000], 100_060),
      ] {
        for isClosed in [false, true] {
          let alarms = Channel<String>()
          let horn = Journal()
          let crane = Journal()
          let sounding = Task {
            await sound(alarms, after: times).value
            if isClosed { alarms.close() }
          }

          let crates = try await loadShip(alarms: alarms.receiveOnly) { alarm in
            horn.note(alarm)
            await sleepThrough(warning)
          } load: {
            crane.note("begin")
            try await Task.sleep(for: .seconds(loading))
            return loading * 10
          }
          let end = crane.now
          let left = Bubble.liveTasks
          await sounding.value

          try #require(
            horn.texts == times.map { "alarm after \($0) s" },
            "the loading takes \(loading) s; expected the alarms after \(times) s to be passed on")
          try #require(
            horn.seconds == passed.map(Double.init),
            """
            alarms come after \(times) s, and a `warn` takes \(warning) s: expected them to be \
            passed on one after the other, each as soon as it comes, after \(passed) s; they were \
            passed on after \(horn.seconds) s
            """)
          try #require(
            crane.seconds == [0] && crates == loading * 10 && end == Double(loading),
            """
            expected one loading, from 0 s to \(loading) s, and a return at that moment\
            \(isClosed ? "; the alarms were closed early, which does not end the loading" : ""). \
            It began after \(crane.seconds) s, and the return came after \(end) s
            """)
          try #require(left == 0, "the ship is loaded; your tasks that still run: \(left)")
        }
      }
    }
    try await bubble(.count(1)) {
      let alarms = Channel<String>(capacity: crowd)
      let horn = Journal()
      let sounding = sound(alarms, after: Array(1...crowd))
      _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
        horn.note(alarm)
      } load: {
        try await Task.sleep(for: .seconds(crowd + 60))
        return 1
      }
      await sounding.value

      #expect(
        horn.seconds == (1...crowd).map(Double.init),
        """
        \(crowd) alarms come, one after each second, and the loading takes longer: expected each \
        of them to be passed on when it comes; passed on: \(horn.seconds.count)
        """)
    }
    // Any number of crates, and alarms with any text.
    try await bubble {
      for number in [0, -1, 1, .min, .max] {
        let alarms = Channel<String>(capacity: 4)
        let horn = Journal()
        for alarm in ["", "fire", "fire", ""] { await alarms.send(alarm) }
        let closing = Task {
          await pause(100)
          alarms.close()
        }

        let crates = try await loadShip(alarms: alarms.receiveOnly) { alarm in
          horn.note(alarm)
        } load: {
          await pause(6)
          return number
        }
        let end = horn.now
        await closing.value

        try #require(
          horn.texts == ["", "fire", "fire", ""],
          """
          the alarms are "", "fire", "fire" and "": expected each of them to be passed on. Passed on: \
          \(horn.texts)
          """)
        try #require(
          crates == number && end == 6,
          """
          `load` returns \(number) after 6 s, and `alarms` is closed after 100 s: expected this number \
          after 6 s; your function returned \(crates) after \(end) s
          """)
      }
    }
  }

  @Test func `no listener is left, whether the load fails or not`() async throws {
    try await bubble {
      for (isFailing, seconds) in [(false, 5), (true, 5), (false, 0), (true, 0)] {
        let alarms = Channel<String>()
        let horn = Journal()
        let sounding = seconds > 0 ? sound(alarms, after: [2]) : nil

        let error = await whatIsThrown {
          let crates = try await loadShip(alarms: alarms.receiveOnly) { alarm in
            horn.note(alarm)
          } load: {
            if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
            if isFailing { throw Broken() }
            return 12
          }
          #expect(crates == 12, "expected the number that `load` returned")
        }
        let left = Bubble.liveTasks - (seconds > 0 && horn.texts.isEmpty ? 1 : 0)
        let end = horn.now

        try #require(
          end == Double(seconds) && (error != nil) == isFailing,
          """
          `load` \(isFailing ? "fails" : "ends") after \(seconds) s: expected your function to \
          \(isFailing ? "throw its error" : "return") at that moment; it ended after \(end) s
          """)
        try #require(
          horn.seconds == (seconds > 0 ? [2] : []),
          "expected the alarm after 2 s to be passed on then; passed on after: \(horn.seconds) s"
        )
        try #require(
          left == 0,
          """
          `load` \(isFailing ? "has thrown an error" : "has ended"), and your function ended after \
          it. Your tasks that had not ended by then: \(left); expected none. Who ends the listener \
          on this way out, and who waits for its end?
          """)
        await sounding?.value
      }

      let error = await whatIsThrown {
        _ = try await loadShip(alarms: Channel().receiveOnly) { _ in
        } load: {
          throw CancellationError()
        }
      }
      #expect(
        error == "CancellationError()",
        "`load` throws this error, and no task was cancelled: it should come through unchanged"
      )
    }
  }

  @Test func `a warning under way is finished`() async throws {
    try await bubble {
      for isFailing in [false, true] {
        let alarms = Channel<String>()
        let horn = Journal()
        let sounding = sound(alarms, after: [3])

        _ = await whatIsThrown {
          _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
            await sleepThrough(100_000)
            horn.note(alarm)
          } load: {
            try await Task.sleep(for: .seconds(4))
            if isFailing { throw Broken() }
            return 1
          }
        }
        let end = horn.now
        await sounding.value

        try #require(
          horn.texts == ["alarm after 3 s"] && end == 100_003,
          """
          an alarm comes after 3 s, its `warn` takes 100,000 s, and `load` ends after 4 s: \
          expected your function to wait for that `warn`, until 100,003 s; it ended after \(end) s
          """)
      }
    }
  }

  @Test func `cancelling the caller cancels the load`() async throws {
    try await bubble {
      for (cancelled, cleaning) in [(2, 0), (0, 0), (5, 100_000)] {
        let alarms = Channel<String>()
        let horn = Journal()
        let crane = Journal()
        let sounding = cancelled > 0 ? sound(alarms, after: [1]) : nil
        let loading = Task {
          try await loadShip(alarms: alarms.receiveOnly) { alarm in
            horn.note(alarm)
          } load: {
            try? await Task.sleep(for: .seconds(600))
            crane.note("stopped")
            if cleaning > 0 { await sleepThrough(cleaning) }
            return 4
          }
        }
        try? await Task.sleep(for: .seconds(cancelled))
        loading.cancel()

        let crates = try? await loading.value
        let left = Bubble.liveTasks - (cancelled > 0 && horn.texts.isEmpty ? 1 : 0)
        let end = crane.now

        try #require(
          crane.seconds == [Double(cancelled)],
          "the caller is cancelled after \(cancelled) s: expected `load` to be cancelled then")
        try #require(
          crates == 4 && end == Double(cancelled + cleaning) && left == 0,
          """
          the cancelled `load` stops after \(cancelled + cleaning) s and returns 4 crates: \
          expected your function to return 4 then, with no task left. After \(end) s it ended \
          with \(crates.map { "\($0)" } ?? "an error"); tasks left: \(left)
          """)
        try #require(
          horn.texts.count == (cancelled > 0 ? 1 : 0),
          "expected the alarm after 1 s to be passed on")
        await sounding?.value
      }
    }
  }
}
