import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Testing

extension ThreeBerthsTests {
  @Test func `cancelling the caller stops it and frees its berths`() async throws {
    try await bubble {
      for (count, places) in [(6, 2), (2, 2), (1, 3)] {
        let berths = Channel<Void>(capacity: places)
        let log = Log<String>()
        let start = Bubble.elapsed
        let calling = Task {
          await unloadAll(shipNames(count), at: berths) { ship in
            log.note(ship)
            do {
              try await Task.sleep(for: .seconds(60))
            } catch {
              await sleepThrough(.seconds(100_000))
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
          log.entries.sorted() == shipNames(begun),
          """
          the caller is cancelled after 1 s: \(shipNames(begun)) should have begun by then, and no other \
          ship after that. Begun: \(log.entries.sorted())
          """)
        try #require(
          Bubble.elapsed - start == .seconds(100_001),
          """
          the caller is cancelled after 1 s, and ships that are being unloaded need 100,000 s to \
          stop: the call should cancel them, and return after 100,001 s
          """)
        try #require(
          rest == Array(shipNames(count).dropFirst()),
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

      // A berth becomes free at the time of the cancellation: a ship may begin, or not.
      let berths = Channel<Void>(capacity: 1)
      await berths.send(())
      let other = Task {
        try? await Task.sleep(for: .seconds(5))
        _ = berths.tryReceive()
      }
      let start = Bubble.elapsed
      let waiting = Task {
        await unloadAll(shipNames(3), at: berths) { _ in try await Task.sleep(for: .seconds(60)) }
      }
      try await Task.sleep(for: .seconds(5))
      waiting.cancel()
      let none = await waiting.value
      await other.value
      try #require(
        none == shipNames(3) && Bubble.elapsed - start == .seconds(5),
        "the caller is cancelled after 5 s, and no ship was unloaded: the call should return then")
      try #require(
        berths.count == 0,
        """
        the only berth became free at the time of the cancellation, and was lost. If a ship has a berth and \
        does not begin, who gives the berth back?
        """)

      // Others have all berths, and keep them.
      for places in 1...3 {
        let theirs = Channel<Void>(capacity: places)
        for _ in 1...places { await theirs.send(()) }
        let start = Bubble.elapsed
        let unlucky = Task { await unloadAll(shipNames(3), at: theirs) { _ in } }
        try await Task.sleep(for: .seconds(5))
        unlucky.cancel()
        let all = await unlucky.value
        try #require(
          all == shipNames(3) && Bubble.elapsed - start == .seconds(5),
          "the caller is cancelled after 5 s, and no berth has become free: the call should return then"
        )
        try #require(
          theirs.count == places,
          """
          others have all berths, \(places) of \(places). The caller waited for one and was cancelled, and \
          now they have \(theirs.count) of \(places): your function gave back a berth that it never \
          had. What does a send return when it is cancelled?
          """)
      }

      let late = Log<String>()
      let tooLate = Task { await unloadAll(shipNames(3), at: berths) { late.note($0) } }
      tooLate.cancel()
      let all = await tooLate.value
      try #require(
        late.entries == [] && all == shipNames(3),
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
    // Two calls at once, and one berth, which is taken until 15 s.
    try await bubble {
      let berths = Channel<Void>(capacity: 1)
      let log = Log<String>()
      let calls = (1...2).map { call in
        Task {
          await unloadAll(["ship \(call)"], at: berths) { ship in
            log.note(ship)
            await sleepThrough(.seconds(15))
          }
        }
      }
      try await Task.sleep(for: .seconds(5))
      for call in calls { call.cancel() }
      await Bubble.settle()
      let taken = berths.count
      for call in calls { _ = await call.value }
      #expect(
        log.entries.count == 1 && taken == 1 && berths.count == 0,
        """
        two calls at the same time, one berth, and a ship that leaves after 15 s. Both calls are \
        cancelled after 5 s: expected the other ship not to begin, and the berth to be taken until 15 s. \
        Begun: \(log.entries), berths taken after 5 s: \(taken), and at the end: \(berths.count). A \
        berth that you have seen may belong to someone else before you take it
        """)
    }
    // Little happens here, so that the schedules differ in how the cancellation meets the beginning.
    try await bubble {
      let berths = Channel<Void>(capacity: 1)
      let calling = Task {
        await unloadAll(["ship 0"], at: berths) { _ in try await Task.sleep(for: .seconds(60)) }
      }
      Task { calling.cancel() }
      let rest = await calling.value
      #expect(
        rest == ["ship 0"] && Bubble.elapsed == .zero && berths.count == 0,
        """
        the caller is cancelled at the moment when its ship begins: if it begins, expected it to be \
        cancelled then. Does a cancellation reach a ship that is just beginning?
        """)
    }
  }
}
