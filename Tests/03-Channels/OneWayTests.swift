import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Synchronization
import Testing

@Suite("3.7 One way", .exercise("3.7"))
struct OneWayTests {
  @Test func `crates cross in order`() async throws {
    try await bubble {
      var draw = Draw(seed: 37)
      for count in [4, 0, 1, crowd] {
        let crates = draw.words(count)
        let shore = Channel<String>(capacity: crowd)
        let island = Channel<String>(capacity: crowd)
        for crate in crates { await shore.send(crate) }
        shore.close()

        await ferry(from: shore.receiveOnly, to: island.sendOnly)

        var arrived: [String] = []
        while case .element(let crate) = island.tryReceive() { arrived.append(crate) }
        try #require(
          arrived == crates,
          "the shore had \(crates): each should arrive, in this order, even if two names are equal"
        )
        try #require(
          island.tryReceive() == .closed,
          "the shore was closed, so the island should learn that nothing more will come")
      }
    }
    try await bubble(.count(1).allowing(steps: 1_000_000)) {
      let shore = Channel<String>(capacity: 3_000)
      let island = Channel<String>(capacity: 3_000)
      for number in 1...3_000 { _ = shore.trySend("crate \(number)") }
      shore.close()

      await ferry(from: shore.receiveOnly, to: island.sendOnly)

      #expect(island.count == 3_000, "all 3,000 crates should arrive, but only \(island.count) did")
    }
  }

  @Test func `a crate does not wait for the next one`() async throws {
    try await bubble {
      let shore = Channel<String>()
      let island = Channel<String>()
      let hasReturned = Mutex(false)
      let crossing = Task {
        await ferry(from: shore.receiveOnly, to: island.sendOnly)
        hasReturned.withLock { $0 = true }
      }

      await shore.send("rice")
      await Bubble.settle()
      let first = island.tryReceive()
      #expect(first == .element("rice"), "the first crate should cross before there is a second")

      try await Task.sleep(for: .seconds(100_000))
      let late = Task { await shore.send("tea") }
      await Bubble.settle()
      let second = island.tryReceive()
      #expect(
        second == .element("tea"),
        """
        the second crate came to the shore 100,000 s later. The shore was empty until then, not \
        closed
        """
      )
      late.cancel()
      _ = await late.value

      shore.close()
      await Bubble.settle()
      let rest = island.tryReceive()
      #expect(rest == .closed, "the shore is closed and empty: the island should be closed, too")
      #expect(
        hasReturned.withLock { $0 },
        "the shore is closed and empty: your function should return at once, and it has not")
      // Takes a ferry away that did not return by itself.
      crossing.cancel()
      await crossing.value
    }
  }

  @Test func `the next crate is taken when this one has arrived`() async throws {
    try await bubble {
      let shore = Channel<String>(capacity: 3)
      let island = Channel<String>()
      for crate in ["rice", "tea", "silk"] { await shore.send(crate) }
      shore.close()
      let crossing = Task { await ferry(from: shore.receiveOnly, to: island.sendOnly) }

      await Bubble.settle()
      #expect(
        shore.count == 2,
        """
        three crates were on the shore, and no task receives on the island yet: the ferry should hold \
        one crate and leave two
        """)

      try await Task.sleep(for: .seconds(100_000))
      var arrived: [String] = []
      for await crate in island { arrived.append(crate) }
      #expect(
        arrived == ["rice", "tea", "silk"],
        "each crate should arrive, in order, although the island takes the first after 100,000 s")
      await crossing.value
    }
  }
}
