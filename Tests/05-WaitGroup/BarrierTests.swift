import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

@Suite("5.6 Barrier", .exercise("5.6"))
struct BarrierTests {
  @Test func `ships sail on when the last has arrived`() async throws {
    try await bubble {
      for arrivals in [[1, 6], [9, 2, 5], [0, 0, 700, 0, 3]] {
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
                if arrived < ships { log.end("round \(round), with \(arrived)") }
              }
            }
          }
        }

        try #require(
          log.ended == [],
          "a ship sailed on before all \(ships) ships had arrived, in these rounds, with so many there"
        )
        try #require(log.begun.count == 4 * ships, "expected every ship to come to four rounds")
      }
    }
  }

  @Test func `every round waits for its last ship`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 56)
      let legs = (1...3).map { _ in (1...4).map { _ in numbers.next(in: 0...120) } }
      let buoy = Barrier(ships: 3)
      let log = Logbook()

      await withTaskGroup { group in
        for ship in legs {
          group.addTask {
            for (round, seconds) in ship.enumerated() {
              try? await Task.sleep(for: .seconds(seconds))
              await buoy.meet()
              log.end("round \(round + 1): \(Bubble.elapsed)")
            }
          }
        }
      }

      var expected: [String] = []
      var time = Duration.zero
      for round in 0..<4 {
        time += .seconds(legs.map { $0[round] }.max() ?? 0)
        expected += Array(repeating: "round \(round + 1): \(time)", count: 3)
      }
      #expect(
        log.ended == expected,
        "3 ships take \(legs) s to 4 buoys; expected all to sail on when the last is there")
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

      let sailed: [String: Duration] = [
        "arrived after 1 s": .seconds(2), "arrived after 2 s": .seconds(2),
        "arrived after 3 s": .seconds(5), "arrived after 5 s": .seconds(5),
        "arrived after 8 s": .seconds(60), "arrived after 60 s": .seconds(60),
      ]
      #expect(
        log.begins == sailed,
        """
        6 ships use a barrier for 2: expected the first and second, the third and fourth, and the \
        fifth and sixth to sail on together
        """)
    }
  }

  @Test func `one ship meets nobody`() async throws {
    try await bubble {
      let alone = Barrier(ships: 1)
      let pair = Barrier(ships: 2)  // has rounds of its own
      let waiting = Task {
        await pair.meet()
        return Bubble.elapsed
      }
      await Bubble.settle()

      for _ in 1...3 { await alone.meet() }
      #expect(Bubble.elapsed == .zero, "one ship has no one to wait for, in any round")
      try await Task.sleep(for: .seconds(4))
      await pair.meet()

      let time = await waiting.value
      #expect(
        time == .seconds(4),
        "two barriers at once: expected the ship at the other one to wait for its second ship")
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
      try await Task.sleep(for: .seconds(7))

      await buoy.meet()
      for ship in ships { await ship.value }

      #expect(
        log.begins == ["at once": .seconds(7), "later": .seconds(7)],
        "two ships were cancelled; expected them to wait for the third, which comes after 7 s")
    }
  }
}
