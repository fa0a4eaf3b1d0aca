import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

/// How the crates of a test fared.
private struct Log: Sendable {
  var cancelledAt: [Duration] = []
  var ended = 0
}

@Suite("9.5 Parent and children", .exercise("9.5"))
struct ParentAndChildrenTests {
  @Test func `all crates are unloaded at once`() async throws {
    try await bubble {
      var draw = Draw(seed: 95)
      // No crate, no ship, a ship without a crate among others, one crate, and many.
      for sizes in [[2, 1, 3], [], [0], [2, 0, 1], [1], draw.numbers(8, in: 0...3)] {
        let names = ["", "wool", "hemp"]
        let fleet = sizes.map { size in (0..<size).map { _ in names[draw.number(in: 0...2)] } }
        let seconds = draw.numbers(fleet.joined().count, in: 1...200_000)
        let goods = draw.numbers(seconds.count, in: 0...3).map { $0 > 0 }
        let lifted = Mutex<[String]>([])
        let begin = Bubble.elapsed

        let count = await unloadFleet(fleet) { crate in
          let number = lifted.withLock { lifted in
            lifted.append(crate)
            return lifted.count - 1
          }
          try? await Task.sleep(for: .seconds(seconds[number % seconds.count]))
          return goods[number % goods.count]
        }

        let crates = lifted.withLock { $0.sorted() }
        try #require(
          crates == fleet.joined().sorted(),
          "ships with \(sizes) crates: each crate should be unloaded exactly once")
        try #require(
          Bubble.elapsed - begin == .seconds(seconds.max() ?? 0),
          "all crates of all ships at once take as long as the slowest crate")
        let unloaded = goods.count { $0 }
        try #require(
          count == unloaded,
          """
          `unload` returned true for \(unloaded) of \(goods.count) crates: expected that number; \
          a crate that was not unloaded does not stop the others
          """)
      }
    }
    try await bubble(.count(1)) {
      for fleet in [
        Array(repeating: ["wool"], count: crowd), [Array(repeating: "wool", count: crowd)],
      ] {
        let section = "\(fleet.count) ships"
        _ = await unloadFleet(fleet) { _ in
          await Bubble.section(section) { (try? await Task.sleep(for: .seconds(5))) != nil }
        }
        let most = Bubble.mostInside(section)
        try #require(
          most == crowd,
          "\(crowd) crates, ships: \(fleet.count); expected all to be unloaded at once, \(most) were"
        )
      }
    }
  }

  @Test func `cancelling it cancels every crate`() async throws {
    try await bubble {
      let log = Mutex(Log())
      let unloading = Task {
        await unloadFleet([["heavy", "light"], ["heavy", "heavy"], ["light"]]) { crate in
          do {
            try await Task.sleep(for: crate == "heavy" ? .seconds(9) : .seconds(1))
            return true
          } catch {
            log.withLock { $0.cancelledAt.append(Bubble.elapsed) }
            return false
          }
        }
      }

      try? await Task.sleep(for: .seconds(3))
      unloading.cancel()
      let count = await unloading.value

      #expect(count == 2, "the two light crates were unloaded at t = 1 s, before the cancellation")
      let cancelledAt = log.withLock { $0.cancelledAt }
      #expect(
        cancelledAt == [.seconds(3), .seconds(3), .seconds(3)],
        "the three heavy crates were under way at t = 3 s and should have been cancelled then")
      #expect(
        Bubble.elapsed == .seconds(3), "your function should return when every `unload` has ended")

      let begin = Bubble.elapsed
      let early = Task {
        await unloadFleet([["wool", "hemp"], ["cork"]]) { _ in
          (try? await Task.sleep(for: .seconds(60))) != nil
        }
      }
      early.cancel()
      let none = await early.value
      #expect(
        none == 0 && Bubble.elapsed == begin,
        "cancelled before the call: no crate should be unloaded, and the call should not wait"
      )
    }
  }

  @Test func `a cancelled crate is put down before the call returns`() async throws {
    try await bubble {
      let log = Mutex(Log())
      let unloading = Task {
        await unloadFleet([["rice"], ["tea", "coal"]]) { _ in
          try? await Task.sleep(for: .seconds(9))
          // A task of its own, so that it is not cancelled too.
          await Task { try? await Task.sleep(for: .seconds(100_000)) }.value
          return log.withLock { log in
            log.ended += 1
            return log.ended < 3
          }
        }
      }

      try? await Task.sleep(for: .seconds(1))
      unloading.cancel()
      let count = await unloading.value

      let ended = log.withLock { $0.ended }
      #expect(
        ended == 3,
        """
        each of the three crates takes 100,000 s to be put down after the cancellation; wait for \
        that
        """)
      #expect(
        Bubble.elapsed == .seconds(100_001),
        "cancelled at t = 1 s, each crate needs 100,000 s more to be put down")
      #expect(
        count == 2,
        "although cancelled, `unload` returned true for two of the three crates; those count")
    }
  }
}
