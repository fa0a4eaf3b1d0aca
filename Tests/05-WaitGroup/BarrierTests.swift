import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

@Suite("5.6 Barrier", .exercise("5.6"))
struct BarrierTests {
  @Test func `ships sail on when the last has arrived`() async throws {
    try await bubble {
      for arrivals in [[1, 6], [9, 2, 5], [0, 0, 100_000, 0, 3]] {
        let buoy = Barrier(ships: arrivals.count)
        let log = Logbook()
        let start = Bubble.elapsed

        await withTaskGroup { group in
          for (number, seconds) in arrivals.enumerated() {
            group.addTask {
              try? await Task.sleep(for: .seconds(seconds))
              await buoy.meet()
              log.begin("ship \(number)")
            }
          }
        }

        let times = log.begins.values.map { $0 - start }
        let last = arrivals.max() ?? 0
        try #require(
          times == Array(repeating: .seconds(last), count: arrivals.count),
          "ships arrive after \(arrivals) s; expected all of them to sail on after \(last) s")
      }
    }
    try await bubble(.count(1)) {
      let buoy = Barrier(ships: crowd)
      let log = Logbook()
      let waiting = (1..<crowd).map { _ in
        Task {
          await buoy.meet()
          log.end("ship")
        }
      }
      await Bubble.settle()
      let early = log.ended.count
      try #require(
        early == 0,
        "\(crowd - 1) of \(crowd) ships have arrived: expected all to wait, but \(early) sailed on"
      )
      await buoy.meet()
      for ship in waiting { await ship.value }
    }
  }

  @Test func `rounds stay apart`() async throws {
    try await bubble {
      for ships in [2, 3, 4] {
        // No sleep at all: a fast ship is back before a slow one has sailed on.
        let buoy = Barrier(ships: ships)
        let log = Logbook()

        await withTaskGroup { group in
          for _ in 1...ships {
            group.addTask {
              for round in 1...4 {
                log.begin("round \(round)")
                await buoy.meet()
                let arrived = log.begun.filter { $0 == "round \(round)" }.count
                guard arrived != ships, log.isFirst("too early") else { continue }
                #expect(
                  arrived == ships,
                  """
                  round \(round): a ship sailed on when \(arrived) of \(ships) ships had arrived; \
                  each ship comes back for the next round as soon as it has sailed on
                  """)
              }
            }
          }
        }

        try #require(log.begun.count == 4 * ships, "expected every ship to come to four rounds")
      }
    }
    try await bubble(.count(1)) {
      let buoy = Barrier(ships: 2)
      let log = Logbook()
      let many = 10 * crowd
      let pair = (1...2).map { _ in
        Task {
          for round in 1...many {
            await buoy.meet()
            log.end("round \(round)")
          }
        }
      }
      await Bubble.settle()
      let ended = log.ended.count
      #expect(
        ended == 2 * many,
        """
        two ships meet in \(many) rounds, one after the other: expected both to sail on from each \
        round, \(2 * many) times in all, not \(ended)
        """)
      guard ended == 2 * many else { return }
      for ship in pair { await ship.value }

      let alone = Task {
        await buoy.meet()
        log.end("alone")
      }
      await Bubble.settle()
      #expect(
        log.ended.count == 2 * many,
        "after \(many) rounds of two ships, one ship arrives: expected it to wait for a second one")
      await buoy.meet()
      await alone.value
    }
  }

  @Test func `every round waits for its last ship`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 56)
      let legs = (1...3).map { _ in (1...4).map { _ in numbers.next(in: 0...120) } }
      let buoy = Barrier(ships: 3)
      let log = Logbook()

      await withTaskGroup { group in
        for (ship, legs) in legs.enumerated() {
          group.addTask {
            for (round, seconds) in legs.enumerated() {
              try? await Task.sleep(for: .seconds(seconds))
              await buoy.meet()
              log.begin("ship \(ship), round \(round)")
            }
          }
        }
      }

      var expected = Duration.zero
      for round in 0..<4 {
        let took = legs.map { $0[round] }
        expected += .seconds(took.max() ?? 0)
        let times = (0..<3).compactMap { log.begins["ship \($0), round \(round)"] }
        try #require(
          times == [expected, expected, expected],
          """
          in round \(round + 1), 3 ships need \(took) s to arrive: expected all to wait for the \
          slowest
          """
        )
      }
    }
  }

  @Test func `ships fill the rounds in order`() async throws {
    try await bubble {
      let buoy = Barrier(ships: 2)
      let log = Logbook()

      await withTaskGroup { group in
        for seconds in [1, 2, 3, 5, 8, 60] {
          group.addTask {
            try? await Task.sleep(for: .seconds(seconds))
            await buoy.meet()
            log.begin("arrived after \(seconds) s")
          }
        }
      }

      let times = [1, 2, 3, 5, 8, 60].compactMap { log.begins["arrived after \($0) s"] }
      #expect(
        times == [2, 2, 5, 5, 60, 60].map { .seconds($0) },
        """
        ships come to a barrier for 2, after 1, 2, 3, 5, 8 and 60 s: expected the first and \
        second, the third and fourth, and the fifth and sixth to sail on together
        """)
    }
    try await bubble {
      let buoy = Barrier(ships: 3)
      let log = Logbook()
      let ships = (1...7).map { number in
        Task {
          await buoy.meet()
          log.end("ship \(number)")
        }
      }
      await Bubble.settle()
      try #require(
        log.ended.count == 6,
        """
        seven ships come to a barrier for 3 at the same moment: expected two rounds of them to sail \
        on, and one ship to wait, but \(counted(log.ended.count, "ship")) sailed on
        """)

      for _ in 1...2 { Task { await buoy.meet() } }
      for ship in ships { await ship.value }
    }
  }

  @Test func `one ship does not wait`() async throws {
    try await bubble {
      let alone = Barrier(ships: 1)
      let pair = Barrier(ships: 2)  // has rounds of its own
      let waiting = Task {
        await pair.meet()
        return Bubble.elapsed
      }
      await Bubble.settle()

      for _ in 1...3 { await alone.meet() }
      #expect(
        Bubble.elapsed == .zero,
        "a barrier for one ship, in three rounds: expected `meet` to return at once")
      try await Task.sleep(for: .seconds(4))
      await pair.meet()

      let time = await waiting.value
      #expect(
        time == .seconds(4),
        """
        one ship waits at a barrier for two, while another ship passes a barrier for one: expected the \
        first ship to sail on when a second one comes to the barrier for two, at t = 4 s
        """
      )
    }
  }

  @Test func `cancelling does not end a wait`() async throws {
    try await bubble {
      let buoy = Barrier(ships: 3)
      let log = Logbook()
      let ships = ["at once", "later"].map { name in
        Task {
          await buoy.meet()
          log.begin(name)
        }
      }
      ships[0].cancel()
      await Bubble.settle()
      ships[1].cancel()
      try await Task.sleep(for: .seconds(100_000))

      await buoy.meet()
      for ship in ships { await ship.value }

      let times = ["at once", "later"].compactMap { log.begins[$0] }
      #expect(
        times == [.seconds(100_000), .seconds(100_000)],
        "two ships were cancelled; expected them to wait for the third, which comes after 100,000 s"
      )

      let pair = Barrier(ships: 2)
      let first = Task {
        await pair.meet()
        log.end("first")
      }
      await Bubble.settle()
      let last = Task { await pair.meet() }
      last.cancel()
      await Bubble.settle()
      try #require(
        log.ended == ["first"],
        """
        a ship waits for a second one, which is cancelled before it arrives: expected the cancelled \
        ship to count like any other
        """
      )
      for ship in [first, last] { await ship.value }

      // At the same moment, with no time for the others to begin to wait.
      for cancelled in [[0], [2], [0, 1], [0, 1, 2]] {
        let buoy = Barrier(ships: 3)
        let log = Logbook()
        let ships = (0..<3).map { number in
          Task {
            await buoy.meet()
            log.end("ship \(number)")
          }
        }
        for number in cancelled { ships[number].cancel() }
        await Bubble.settle()
        try #require(
          log.ended.count == 3,
          """
          three ships arrive at the same moment, and some of them are cancelled: expected all to \
          sail on; \(log.ended.count) did. How does a cancelled ship release the others?
          """)
        for ship in ships { await ship.value }
      }
    }
  }
}
