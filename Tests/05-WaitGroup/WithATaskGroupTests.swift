import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

/// How many seconds the crane of each ship takes; one ship has no name.
private let seconds = [
  "": 3, "Avocet": 2, "Bittern": 5, "Crane": 7, "Dunlin": 30, "Egret": 200_000,
]

@Suite("5.3 The same with a task group", .exercise("5.3"))
struct WithATaskGroupTests {
  @Test func `it returns when the last crane has ended`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 53)
      let names = seconds.keys.sorted()
      for count in [3, 0, 1, 8, 2] {
        var ships = (0..<count).map { _ in names[numbers.next(in: 0...names.count - 1)] }
        if count == 3 { ships[1] = "" }
        let slowest = ships.compactMap { seconds[$0] }.max() ?? 0
        let log = Logbook()
        let start = Bubble.elapsed

        try await unloadTogether(ships) { ship in
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
          time == .seconds(slowest),
          "all cranes of \(ships) at once should take as long as the slowest: \(slowest) s")
      }
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      try await unloadTogether(Array(repeating: "Avocet", count: many)) { _ in
        await Bubble.section("cranes") { try? await Task.sleep(for: .seconds(20)) }
      }
      #expect(
        Bubble.mostInside("cranes") == many,
        "expected the cranes of all \(many) ships to work at once")
    }
  }

  @Test func `a broken crane does not stop the others`() async throws {
    try await bubble {
      for broken in [["Avocet"], ["Crane"], ["Avocet", "Bittern", "Crane"]] {
        let ships = ["Bittern", "Avocet", "Crane"]
        let log = Logbook()
        let start = Bubble.elapsed

        let thrown = await error {
          try await unloadTogether(ships) { ship in
            try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
            // A crane may throw this error although no one has cancelled it.
            if broken.contains(ship), ship == "Avocet" { throw CancellationError() }
            if broken.contains(ship) { throw Broken(ship: ship) }
            log.end(ship)
          }
        }

        try #require(
          log.ended == ships.filter { !broken.contains($0) }.sorted(),
          """
          ships whose crane broke down: \(broken); of \(ships), the other cranes should go on and not be \
          cancelled
          """)
        try #require(
          Bubble.elapsed - start == .seconds(7),
          "expected it to return when the last crane has ended or broken down, which is after 7 s")
        try #require(
          thrown == nil,
          """
          ships whose crane broke down: \(broken); expected your function to return and not to throw
          """)
      }
    }
  }

  @Test func `cancelling reaches every crane`() async throws {
    try await bubble {
      let log = Logbook()
      let unloading = Task {
        try await unloadTogether(["Dunlin", "Bittern", "Egret", "Avocet"]) { ship in
          do {
            try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
            log.end(ship)
          } catch {
            await sleepThrough(.seconds(100_000))  // puts down its load
            log.end("\(ship), cancelled")
            if ship == "Egret" { throw Broken(ship: ship) }
          }
        }
      }
      try await Task.sleep(for: .seconds(3))

      unloading.cancel()
      let result = await unloading.result

      #expect(
        log.ended == ["Avocet", "Bittern, cancelled", "Dunlin, cancelled", "Egret, cancelled"],
        """
        the caller was cancelled after 3 s, when three cranes were at work: expected each of them \
        to be cancelled, and to put down its load before your function ends
        """)
      #expect(
        Bubble.elapsed == .seconds(100_003),
        """
        the cranes were cancelled at t = 3 s and needed 100,000 s to put down their loads: expected your \
        function to end then, at t = 100,003 s
        """)
      #expect(throws: CancellationError.self, "expected the caller to learn that it was cancelled")
      {
        try result.get()
      }

      // Before the call, or while it starts the cranes.
      let start = Bubble.elapsed
      let late = Task {
        try await unloadTogether(["Dunlin", "Bittern"]) { _ in
          try await Task.sleep(for: .seconds(60))
        }
      }
      late.cancel()
      _ = await late.result
      #expect(
        Bubble.elapsed == start,
        """
        the caller was cancelled before its cranes were at work: a crane that still begins should be \
        cancelled, too, so that your function ends at once
        """)
    }
    try await bubble(.count(1)) {
      let cancelled = Logbook()
      let ships = Array(repeating: "Egret", count: 10 * crowd)
      let unloading = Task {
        try await unloadTogether(ships) { ship in
          do {
            try await Task.sleep(for: .seconds(60))
          } catch {
            cancelled.end(ship)
          }
        }
      }
      try await Task.sleep(for: .seconds(3))

      unloading.cancel()
      _ = await unloading.result
      #expect(
        cancelled.ended == ships && Bubble.elapsed == .seconds(3),
        """
        \(ships.count) cranes were at work: expected all of them to be cancelled at once; \
        \(cancelled.ended.count) were
        """)
    }
  }

  @Test func `the caller learns that it was cancelled`() async throws {
    try await bubble {
      let both = ["Bittern", "Avocet"]
      for (ships, pause) in [(both, 0), (both, 1), (both, 3), (["Bittern"], 1)] {
        let log = Logbook()
        let start = Bubble.elapsed
        let unloading = Task {
          try await unloadTogether(ships) { ship in
            log.begin(ship)
            await sleepThrough(.seconds(seconds[ship] ?? 0))  // does not react to cancellation
            log.end(ship)
          }
        }
        if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }

        unloading.cancel()
        let thrown = await error { try await unloading.value }

        try #require(log.ended == log.begun, "expected your function to end after its last crane")
        if pause > 0 {
          try #require(log.ended == ships.sorted(), "expected all of \(ships) to be unloaded")
          try #require(
            Bubble.elapsed - start == .seconds(5),
            "the slowest crane takes 5 s: expected it to return then")
        }
        try #require(
          thrown is CancellationError,
          """
          the caller was cancelled after \(pause) s, before the last crane of \(ships) had ended: \
          even if the cranes finished their work, expected `CancellationError`
          """)
      }
    }
  }

  @Test func `no task is left when it returns`() async throws {
    try await bubble {
      let log = Logbook()
      try await unloadTogether(["Crane", "Avocet", "Bittern", "Avocet"]) { ship in
        try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
        log.end(ship)
      }
      let left = Bubble.liveTasks

      #expect(log.ended.count == 4, "expected four ships to be unloaded")
      #expect(left == 0, "it has returned and left \(left) of your tasks behind")
    }
  }

  @Test func `no task is left when it is cancelled`() async throws {
    try await bubble {
      let log = Logbook()
      let unloading = Task {
        let before = Bubble.liveTasks
        let ships = ["Egret", "Egret"]
        try? await unloadTogether(ships) { ship in
          log.begin(ship)
          try await Task.sleep(for: .seconds(seconds[ship] ?? 0))
        }
        return Bubble.liveTasks - before
      }
      try await Task.sleep(for: .seconds(100_000))

      unloading.cancel()
      let left = await unloading.value

      #expect(log.begun == ["Egret", "Egret"], "expected both cranes to begin")
      #expect(left == 0, "it has ended and left \(left) of your tasks behind")
      #expect(
        Bubble.elapsed == .seconds(100_000),
        """
        the caller was cancelled at t = 100,000 s: expected both cranes, and your function, to end \
        then
        """)
    }
  }
}
