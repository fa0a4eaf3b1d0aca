import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Testing

/// The error that a crane of these tests fails with.
struct BrokenCrane: Error {}

func shipNames(_ count: Int) -> [String] { (0..<count).map { "ship \($0)" } }

/// The number in the name.
func number(of ship: String) -> Int { Int(ship.dropFirst(5)) ?? 0 }

@Suite("10.3 Semaphore", .exercise("10.3"), .leavesNoTask)
struct ThreeBerthsTests {
  @Test func `every ship is unloaded once, never more than there are berths`() async throws {
    try await bubble {
      var draw = Draw(seed: 103)
      for (count, places) in [(10, 3), (5, 1), (3, 3), (2, 7), (1, 1), (0, 2)] {
        let lengths = draw.numbers(count, in: 1...5)
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let section = "\(counted(count, "ship")), \(counted(places, "berth"))"
        let names = shipNames(count).map { $0 == "ship 0" ? "" : $0 }

        let rest = await unloadAll(names, at: berths) { ship in
          await Bubble.section(section) {
            try? await Task.sleep(for: .seconds(lengths[number(of: ship)]))
          }
          log.note(ship)
        }

        let left = Bubble.liveTasks
        try #require(
          log.entries.sorted() == names.sorted() && rest == [],
          """
          \(section): each ship should be unloaded exactly once, even the first one, which has no \
          name; no ship failed
          """)
        let most = Bubble.mostInside(section)
        try #require(
          most == min(count, places),
          "\(section): \(most) ships were unloaded at the same time; expected \(min(count, places))"
        )
        try #require(
          berths.count == 0,
          "\(section): all ships have left, so all berths should be free. Taken: \(berths.count)")
        try #require(
          left == 0,
          "your function has returned, and tasks that it started are still alive: \(left)")
      }
    }
    try await bubble(.count(1)) {
      _ = await unloadAll(shipNames(crowd), at: Channel(capacity: crowd)) { _ in
        await Bubble.section("ships") { try? await Task.sleep(for: .seconds(1)) }
      }

      let most = Bubble.mostInside("ships")
      #expect(
        most == crowd,
        "\(crowd) ships and \(crowd) berths: \(most) ships were unloaded at the same time")
    }
  }

  @Test func `a free berth is taken at once, in the order of the list`() async throws {
    try await bubble {
      for (lengths, places, begins) in [
        ([5, 1, 1, 1, 1], 2, [0, 0, 1, 2, 3]),
        ([100_000, 2, 7, 1], 3, [0, 0, 0, 2]),
        ([2, 100_000, 1], 1, [0, 2, 100_002]),
      ] {
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let start = Bubble.elapsed

        let rest = await unloadAll(shipNames(lengths.count), at: berths) { ship in
          log.note(ship)
          try? await Task.sleep(for: .seconds(lengths[number(of: ship)]))
        }

        let pairs = zip(log.entries, log.times).sorted { $0.0 < $1.0 }
        try #require(
          pairs.map(\.0) == shipNames(lengths.count) && pairs.map(\.1) == begins.seconds,
          """
          with \(counted(places, "berth")), ships that take \(lengths) s should begin after \(begins) s: in the \
          order of the list, each as soon as any other has left. They began after \
          \(pairs.map { $0.1.inMilliseconds / 1_000 }) s
          """)
        let last = zip(begins, lengths).map(+).max() ?? 0
        try #require(
          Bubble.elapsed - start == .seconds(last) && rest == [],
          "the last ship leaves after \(last) s: the call should return then")
      }
    }
  }

  @Test func `a ship that fails gives its berth back`() async throws {
    try await bubble {
      for (failing, places) in [
        ([1, 4], 2), ([0, 1, 2, 3, 4, 5], 3), ([0, 2, 5], 1), ([5], 6),
      ] {
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let start = Bubble.elapsed

        let rest = await unloadAll(shipNames(6), at: berths) { ship in
          log.note(ship)
          if berths.count == 0 { log.note("\(ship) without a berth") }
          // A later ship takes less time, so ships do not fail in the order of the list.
          try await Task.sleep(for: .seconds(7 - number(of: ship)))
          guard failing.contains(number(of: ship)) else { return }
          throw ship == "ship 4" ? CancellationError() as any Error : BrokenCrane()
        }

        try #require(
          log.entries.sorted() == shipNames(6),
          """
          ships \(failing) of 6 fail, with \(counted(places, "berth")): all 6 should begin, each when it has a \
          berth. Begun: \(log.entries)
          """)
        try #require(
          rest == failing.map { "ship \($0)" },
          "ships \(failing) of 6 fail: expected their names, in the order of the list. Got \(rest)")
        try #require(
          berths.count == 0,
          "ships \(failing) of 6 fail: at the end all berths should be free. Taken: \(berths.count)"
        )
        if places == 6 {
          try #require(
            Bubble.elapsed - start == .seconds(7),
            "the slowest ship leaves after 7 s, failed or not: the call should return then"
          )
        }
      }

      let berths = Channel<Void>(capacity: 1)
      let rest = await unloadAll(shipNames(3), at: berths) { ship in
        if ship == "ship 0" { throw CancellationError() }
      }
      #expect(
        rest == ["ship 0"],
        """
        unloading ship 0 throws a `CancellationError` of its own: that is a failure like any other, \
        and ships 1 and 2 should be unloaded. Not unloaded: \(rest)
        """)
    }
    // Two failures at the same moment, and nothing else.
    try await bubble {
      let rest = await unloadAll(shipNames(2), at: Channel(capacity: 2)) { _ in
        throw BrokenCrane()
      }
      #expect(
        rest == shipNames(2),
        "two ships fail at the same moment: expected both names. Got \(rest)")
    }
  }

  @Test func `the rest of the harbor uses the same berths`() async throws {
    try await bubble {
      // Someone else has one of three berths until 9.507 s. A loop that polls does not look then.
      let berths = Channel<Void>(capacity: 3)
      await berths.send(())
      let other = Task {
        await sleepThrough(.milliseconds(9_507))
        _ = berths.tryReceive()
      }
      let log = Log<String>()
      let rest = await unloadAll(shipNames(12), at: berths) { ship in
        log.note(ship)
        try await Task.sleep(for: .seconds(2))
      }
      await other.value
      try #require(
        Array(log.times.prefix(11))
          == [0, 0, 2_000, 2_000, 4_000, 4_000, 6_000, 6_000, 8_000, 8_000, 9_507].milliseconds,
        """
        another part of the harbor has one of three berths until 9.507 s. Each ship takes 2 s: \
        until then, two can be unloaded at the same time, and one more after that. They began \
        after \(log.times.map(\.inMilliseconds)) ms. A ship that has left gives its berth back at \
        once
        """)
      try #require(rest == [] && berths.count == 0, "all ships have left, so all berths are free")

      // One ship left after 1 s, another one is unloaded until 60 s.
      let long = Task {
        await unloadAll(["ship 1", "ship 60"], at: berths) { ship in
          try await Task.sleep(for: .seconds(number(of: ship)))
        }
      }
      try await Task.sleep(for: .seconds(2))
      try #require(
        berths.count == 1,
        """
        one ship left after 1 s, and another is being unloaded until 60 s: after 2 s, one berth \
        should be taken. Taken: \(berths.count)
        """)
      let none = await long.value
      try #require(none == [], "no ship failed")

      // Others wait for the berths of the last two ships, and keep them.
      let start = Bubble.elapsed
      let last = Task {
        await unloadAll(["ship 1", "ship 3"], at: berths) { ship in
          try await Task.sleep(for: .seconds(number(of: ship)))
        }
      }
      let others = (1...3).map { _ in
        Task {
          try? await Task.sleep(for: .milliseconds(500))
          await berths.send(())
          await sleepThrough(.seconds(60))
          _ = berths.tryReceive()
        }
      }
      _ = await last.value
      try #require(
        Bubble.elapsed - start == .seconds(3),
        """
        the last ship has ended after 3 s, and others use the berths from then on: expected the call to \
        return after 3 s. Does a task wait for a berth although there is no ship for it?
        """)
      for other in others { await other.value }

      // Two calls at the same time.
      let both = (1...2).map { call in
        Task {
          await unloadAll(shipNames(6), at: berths) { _ in
            try await Bubble.section("two calls") { try await Task.sleep(for: .seconds(call)) }
          }
        }
      }
      for call in both {
        let failed = await call.value
        try #require(failed == [], "no ship failed")
      }
      let most = Bubble.mostInside("two calls")
      #expect(
        most == 3 && berths.count == 0,
        """
        two calls share three berths: three ships should be unloaded at the same time, and \(most) were. \
        At the end no berth should be taken. Taken: \(berths.count)
        """)
    }
  }

  @Test func `a ship that waits has no task yet`() async throws {
    try await bubble(.count(20)) {
      let berths = Channel<Void>(capacity: 3)
      let log = Log<String>()
      let rest = await unloadAll(shipNames(100), at: berths) { ship in
        try await Task.sleep(for: .seconds(1))
        log.note(ship)
      }

      try #require(
        log.entries.count == 100 && rest == [] && Bubble.elapsed == .seconds(34),
        "expected all of the 100 ships to be unloaded after 34 s, with 3 berths and 1 s for each")
      let most = Bubble.mostAlive
      #expect(
        most < 20,
        """
        \(most) tasks were alive at once, with 100 ships and 3 berths. Take the berth before you start \
        the task
        """)
    }
  }
}
