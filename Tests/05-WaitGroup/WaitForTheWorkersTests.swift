import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

/// How many seconds the crane of each ship takes; one ship has no name.
private let seconds = [
  "": 3, "Auk": 1, "Brant": 2, "Coot": 5, "Diver": 11, "Eider": 40, "Fulmar": 75, "Gannet": 100_000,
]

private func fleet(of count: Int, _ numbers: inout Numbers) -> [String] {
  let names = seconds.keys.sorted()
  return (0..<count).map { _ in names[numbers.next(in: 0...names.count - 1)] }
}

private func slowest(_ ships: [String]) -> Duration {
  .seconds(ships.compactMap { seconds[$0] }.max() ?? 0)
}

@Suite("5.1 Wait for the workers", .exercise("5.1"))
struct WaitForTheWorkersTests {
  @Test func `it returns when the last crane has ended`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 51)
      for count in [3, 2, 9, 4] {
        let ships = fleet(of: count, &numbers)
        let log = Logbook()
        let start = Bubble.elapsed

        await unloadAll(ships) { ship in
          log.begin(ship)
          try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
          log.end(ship)
        }

        let time = Bubble.elapsed - start
        try #require(
          log.ended == ships.sorted(),
          """
          expected one `unload` for each of \(ships), equal names included, to end before your \
          function returns
          """)
        try #require(
          time == slowest(ships),
          "expected it to return when the slowest crane of \(ships) has ended: after \(slowest(ships))"
        )
      }
    }
  }

  @Test func `it works for no ship, for one and for two`() async throws {
    try await bubble {
      // The two: an answer that unloads the first ship only must not pass.
      for ships in [[], ["Coot"], ["Auk", "Brant"], [""]] {
        let log = Logbook()
        let start = Bubble.elapsed

        await unloadAll(ships) { ship in
          try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
          log.end(ship)
        }

        try #require(log.ended == ships, "with the ships \(ships), expected one `unload` for each")
        try #require(
          Bubble.elapsed - start == slowest(ships),
          "with the ships \(ships), expected it to return after \(slowest(ships))")
      }

      // Such a crane may have ended before the next line of the function.
      let log = Logbook()
      await unloadAll(["Auk", "Brant"]) { log.end($0) }
      #expect(log.ended == ["Auk", "Brant"], "with cranes that take no time, expected both to end")
    }
  }

  @Test func `all cranes work at the same time`() async throws {
    try await bubble {
      // Two fleets at once, each with a wait of its own.
      async let first: Void = unloadAll(Array(repeating: "Auk", count: 12)) { _ in
        await Bubble.section("first fleet") { try? await Task.sleep(for: .seconds(20)) }
      }
      await unloadAll(["Coot", "Diver"]) { _ in
        await Bubble.section("second fleet") { try? await Task.sleep(for: .seconds(5)) }
      }
      let time = Bubble.elapsed
      await first

      #expect(
        Bubble.mostInside("first fleet") == 12,
        "expected the cranes of all 12 ships to work at once")
      #expect(Bubble.mostInside("second fleet") == 2, "expected both cranes to work at once")
      #expect(
        time == .seconds(5),
        "your function was called twice; the call whose cranes take 5 s should return after 5 s")
      #expect(Bubble.elapsed == .seconds(20), "the cranes of the other call take 20 s, all at once")
    }
    try await bubble(.count(1)) {
      await unloadAll(Array(repeating: "Auk", count: crowd)) { _ in
        await Bubble.section("cranes") { try? await Task.sleep(for: .seconds(20)) }
      }
      #expect(
        Bubble.mostInside("cranes") == crowd,
        "expected the cranes of all \(crowd) ships to work at once")
    }
  }

  @Test func `a broken crane has ended too`() async throws {
    try await bubble {
      for broken in [["Auk"], ["Diver"], ["Auk", "Coot", "Diver"], ["Diver", "Coot"]] {
        let ships = ["Coot", "Auk", "Diver"]
        let log = Logbook()
        let start = Bubble.elapsed

        await unloadAll(ships) { ship in
          if ship == "Auk", broken.contains(ship) { throw CancellationError() }  // at once
          do {
            try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
          } catch {
            log.end("\(ship), cancelled")
            throw error
          }
          if broken.contains(ship) { throw Broken(ship: ship) }
          log.end(ship)
        }

        try #require(
          log.ended == ships.filter { !broken.contains($0) }.sorted(),
          """
          ships whose crane broke down: \(broken); of \(ships), all others should still be unloaded
          """)
        try #require(
          Bubble.elapsed - start == .seconds(11),
          "expected it to return when the last crane has ended or broken down, which is after 11 s")
      }
    }
  }

  @Test func `a cancelled caller still waits`() async throws {
    try await bubble {
      for pause in [0, 3] {
        let log = Logbook()
        let start = Bubble.elapsed
        let unloading = Task {
          await unloadAll(["Coot", "Gannet", "Coot"]) { ship in
            await sleepThrough(.seconds(seconds[ship] ?? 0))
            log.end(ship)
          }
        }
        if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }

        unloading.cancel()
        await unloading.value

        try #require(
          log.ended == ["Coot", "Coot", "Gannet"],
          """
          the caller was cancelled after \(pause) s; expected one `unload` for each of the three ships \
          to end before your function returns
          """)
        try #require(
          Bubble.elapsed - start == .seconds(100_000),
          "the slowest crane takes 100,000 s: expected it to return then")
      }
    }
  }
}
