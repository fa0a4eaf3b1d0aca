import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Testing

/// No alarm is lost, whoever listens when it comes.
extension ALeakedTaskTests {
  @Test func `alarms that wait are left for the next ship`() async throws {
    try await bubble {
      for (capacity, isFailing) in [(0, false), (3, false), (3, true)] {
        let alarms = Channel<String>(capacity: capacity)
        let horn = Journal()
        let sounding = sound(alarms, after: [1, 2, 3])

        _ = await whatIsThrown {
          _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
            horn.note(alarm)
            await sleepThrough(10)
          } load: {
            try await Task.sleep(for: .seconds(5))
            if isFailing { throw Broken() }
            return 1
          }
        }
        let end = horn.now
        await Bubble.settle()

        try #require(
          horn.texts == ["alarm after 1 s"],
          """
          alarms come after 1, 2 and 3 s, a `warn` takes 10 s, and `load` ends after 5 s: expected \
          the first `warn` to be the only one, and the other alarms to stay on the channel. `warn` \
          got \(horn.texts). What does a cancelled task do if an alarm is already waiting?
          """)
        try #require(
          end == 11,
          "the only `warn` ends after 11 s: your function should return then, not after \(end) s"
        )
        var left: [String] = []
        while case .element(let alarm) = alarms.tryReceive() {
          left.append(alarm)
          try await Task.sleep(for: .seconds(2))  // Lets the next alarm come.
        }
        try #require(
          left == ["alarm after 2 s", "alarm after 3 s"],
          "expected the alarms after 2 and 3 s to stay on the channel; left there: \(left)")
        await sounding.value
      }
    }
  }

  @Test func `an alarm in the last moment is not lost`() async throws {
    try await bubble {
      let alarms = Channel<String>()
      let horn = Journal()
      let sounding = sound(alarms, after: [1, 3])

      _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
        horn.note(alarm)
      } load: {
        try await Task.sleep(for: .seconds(3))
        return 1
      }
      let heard = horn.texts
      await Bubble.settle()
      let left = alarms.tryReceive()
      await sounding.value

      try #require(horn.seconds.first == 1, "expected the alarm after 1 s to be passed on then")
      #expect(
        heard.count == 2 ? left == .nothing : left == .element("alarm after 3 s"),
        """
        the second alarm is sent at the moment when `load` ends: expected it either in `warn` or \
        still on the channel. A task of yours took it, and `warn` was not called with it before \
        your function returned
        """)
    }
    // A caller that is cancelled before the call.
    try await bubble {
      let alarms = Channel<String>(capacity: 2)
      let horn = Journal()
      for alarm in ["fog", "fire"] { await alarms.send(alarm) }
      let loading = Task {
        try await loadShip(alarms: alarms.receiveOnly) { alarm in
          horn.note(alarm)
        } load: {
          await sleepThrough(3)
          return 1
        }
      }
      loading.cancel()
      _ = try await loading.value
      #expect(
        horn.texts.count + alarms.count == 2,
        """
        two alarms wait, and the caller was cancelled before the call: expected each alarm either \
        in `warn` or still on the channel. `warn` got \(horn.texts); left on the channel: \
        \(alarms.count)
        """)
    }
    // Two ships, and one alarm; or another one during the first `warn`.
    try await bubble {
      for later in [[], ["fire"]] {
        let alarms = Channel<String>(capacity: 1)
        let horn = Journal()
        let pier = Journal()
        await alarms.send("fog")
        let ships = (1...2).map { ship in
          Task {
            _ = try await loadShip(alarms: alarms.receiveOnly) { alarm in
              horn.note(alarm)
              await sleepThrough(2)
            } load: {
              try await Task.sleep(for: .seconds(4))
              return ship
            }
            pier.note("ship \(ship)")
          }
        }
        try await Task.sleep(for: .seconds(1))
        for alarm in later { await alarms.send(alarm) }
        try await Task.sleep(for: .seconds(8))
        let ends = pier.seconds
        alarms.close()  // Ends a listener that still waits.
        for ship in ships { try await ship.value }
        try #require(
          horn.texts == ["fog"] + later && horn.seconds == [0] + later.map { _ in 1 }
            && ends == [4, 4],
          """
          two ships are loaded for 4 s each, alarms come after \(later.isEmpty ? "0 s" : "0 and 1 s"), \
          and a `warn` takes 2 s: expected one `warn` for each alarm, as soon as it comes, and both calls \
          to return after 4 s. `warn` got \(horn.texts) after \(horn.seconds) s, and calls returned \
          after \(ends) s. Does a ship without a `warn` listen all the time?
          """)
      }
    }
  }
}
