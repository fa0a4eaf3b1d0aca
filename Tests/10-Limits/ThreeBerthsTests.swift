import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Testing

/// The error that a crane of these tests fails with.
private struct Broken: Error {}

private func names(_ count: Int) -> [String] { (0..<count).map { "ship \($0)" } }

/// The number in the name.
private func number(of ship: String) -> Int { Int(ship.dropFirst(5)) ?? 0 }

@Suite("10.3 Semaphore", .exercise("10.3"), .leavesNoTask)
struct ThreeBerthsTests {
  @Test func `every ship is unloaded once, never more than there are berths`() async throws {
    try await bubble {
      var draw = Draw(seed: 103)
      for (count, places) in [(10, 3), (5, 1), (3, 3), (2, 7), (1, 1), (0, 2)] {
        let lengths = draw.numbers(count, in: 1...5)
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let section = "\(count) ships, \(places) berths"

        let rest = await unloadAll(names(count), at: berths) { ship in
          await Bubble.section(section) {
            try? await Task.sleep(for: .seconds(lengths[number(of: ship)]))
          }
          log.note(ship)
        }

        let left = Bubble.liveTasks
        try #require(
          log.entries.sorted() == names(count).sorted() && rest == [],
          "\(section): each ship should be unloaded exactly once; no ship failed")
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
      _ = await unloadAll(names(crowd), at: Channel(capacity: crowd)) { _ in
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
        ([60, 2, 7, 1], 3, [0, 0, 0, 2]),
        ([2, 3, 1], 1, [0, 2, 5]),
      ] {
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let start = Bubble.elapsed

        let rest = await unloadAll(names(lengths.count), at: berths) { ship in
          log.note(ship)
          try? await Task.sleep(for: .seconds(lengths[number(of: ship)]))
        }

        let pairs = zip(log.entries, log.times).sorted { $0.0 < $1.0 }
        try #require(
          pairs.map(\.0) == names(lengths.count) && pairs.map(\.1) == begins.seconds,
          """
          with \(places) berths, ships that take \(lengths) s should begin after \(begins) s: in the \
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

        let rest = await unloadAll(names(6), at: berths) { ship in
          log.note(ship)
          if berths.count == 0 { log.note("\(ship) without a berth") }
          // A later ship takes less time, so ships do not fail in the order of the list.
          try await Task.sleep(for: .seconds(7 - number(of: ship)))
          guard failing.contains(number(of: ship)) else { return }
          throw ship == "ship 4" ? CancellationError() as any Error : Broken()
        }

        try #require(
          log.entries.sorted() == names(6),
          """
          ships \(failing) of 6 fail, with \(places) berths: all 6 should begin, each when it has a \
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
            "the slowest ship leaves after 7 s, failed or not")
        }
      }

      let berths = Channel<Void>(capacity: 1)
      let rest = await unloadAll(names(3), at: berths) { ship in
        if ship == "ship 0" { throw CancellationError() }
      }
      #expect(
        rest == ["ship 0"],
        """
        unloading ship 0 throws a `CancellationError` of its own: that is a failure like any other, \
        and ships 1 and 2 should be unloaded. Not unloaded: \(rest)
        """)
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
      let rest = await unloadAll(names(12), at: berths) { ship in
        log.note(ship)
        try await Task.sleep(for: .seconds(2))
      }
      await other.value
      try #require(
        Array(log.times.prefix(11))
          == [0, 0, 2_000, 2_000, 4_000, 4_000, 6_000, 6_000, 8_000, 8_000, 9_507].milliseconds,
        """
        another part of the harbor has one of three berths until 9.507 s, so two ships of 2 s can be \
        unloaded at once until then, and one more after that. They began after \
        \(log.times.map(\.inMilliseconds)) ms. A ship that has left gives its berth back at once
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

      // Two calls at the same time.
      let both = (1...2).map { call in
        Task {
          await unloadAll(names(6), at: berths) { _ in
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
      let rest = await unloadAll(names(100), at: berths) { ship in
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

  @Test func `cancelling the caller stops it and frees its berths`() async throws {
    try await bubble {
      for (count, places) in [(6, 2), (2, 2), (1, 3)] {
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let start = Bubble.elapsed
        let calling = Task {
          await unloadAll(names(count), at: berths) { ship in
            log.note(ship)
            do {
              try await Task.sleep(for: .seconds(60))
            } catch {
              await sleepThrough(.seconds(3))
              // This one does not mind: it is unloaded all the same.
              if ship != "ship 0" { throw error }
            }
          }
        }
        try await Task.sleep(for: .seconds(1))
        calling.cancel()
        let rest = await calling.value

        let begun = min(count, places)
        try #require(
          log.entries.sorted() == names(begun),
          """
          the caller is cancelled after 1 s: \(names(begun)) should have begun by then, and no other \
          ship after that. Begun: \(log.entries.sorted())
          """)
        try #require(
          Bubble.elapsed - start == .seconds(4),
          """
          the caller is cancelled after 1 s, and ships that are being unloaded need 3 s to stop: the call \
          should cancel them, and return after 4 s
          """)
        try #require(
          rest == Array(names(count).dropFirst()),
          """
          of \(count) ships, ship 0 was unloaded; all others failed or did not begin. Expected their \
          names, in the order of the list
          """)
        try #require(
          berths.count == 0,
          """
          the caller was cancelled, and the call has returned: all berths should be free. Taken: \
          \(berths.count)
          """)
      }

      // A berth comes free at the time of the cancellation: a ship may begin, or not.
      let berths = Channel<Void>(capacity: 1)
      await berths.send(())
      let other = Task {
        try? await Task.sleep(for: .seconds(5))
        _ = berths.tryReceive()
      }
      let start = Bubble.elapsed
      let waiting = Task {
        await unloadAll(names(3), at: berths) { _ in try await Task.sleep(for: .seconds(60)) }
      }
      try await Task.sleep(for: .seconds(5))
      waiting.cancel()
      let none = await waiting.value
      await other.value
      try #require(
        none == names(3) && Bubble.elapsed - start == .seconds(5),
        "the caller is cancelled after 5 s, and no ship was unloaded: the call should return then")
      try #require(
        berths.count == 0,
        """
        the only berth came free at the time of the cancellation, and was lost. If a ship has a berth and \
        does not begin, who gives the berth back?
        """)

      // Others have all berths, and keep them.
      for places in 1...3 {
        let theirs = Channel<Void>(capacity: places)
        for _ in 1...places { await theirs.send(()) }
        let start = Bubble.elapsed
        let unlucky = Task { await unloadAll(names(3), at: theirs) { _ in } }
        try await Task.sleep(for: .seconds(5))
        unlucky.cancel()
        let all = await unlucky.value
        try #require(
          all == names(3) && Bubble.elapsed - start == .seconds(5),
          "the caller is cancelled after 5 s, and no berth has come free: the call should return then"
        )
        try #require(
          theirs.count == places,
          """
          others have \(places) of \(places) berths. The caller waited for one and was cancelled, and \
          now they have \(theirs.count) of \(places): your function gave back a berth that it never \
          had. What does a send return when it is cancelled?
          """)
      }

      let late = Log<String>()
      let tooLate = Task { await unloadAll(names(3), at: berths) { late.note($0) } }
      tooLate.cancel()
      let all = await tooLate.value
      try #require(
        late.entries == [] && all == names(3),
        "the caller was cancelled before the call: expected no ship to begin, and all to be returned"
      )
      #expect(
        berths.count == 0,
        """
        the caller was cancelled before the call, and it has returned: all berths should be free. \
        Taken: \(berths.count). A send that does not have to wait succeeds even in a cancelled \
        task
        """)
    }
  }
}
