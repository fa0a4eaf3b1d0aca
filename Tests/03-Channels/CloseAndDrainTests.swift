import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.5 Close and drain", .exercise("3.5"))
struct CloseAndDrainTests {
  @Test func `every crate comes out in order`() async throws {
    try await bubble {
      var draw = Draw(seed: 35)
      for count in [3, 1, 12, crowd] {
        let crates = draw.words(count)
        let hold = Channel<String>(capacity: count + draw.number(in: 1...2))
        await hold.send("anchor")

        let unloaded = await closeAndDrain(crates, through: hold)

        try #require(
          unloaded == ["anchor"] + crates,
          """
          an anchor was in the hold, and \(counted(count, "crate")) came after it: expected to get all \
          of them back, in the order of the sends. Closing loses nothing; two names may be equal
          """)
        try #require(
          hold.tryReceive() == .closed, "the channel should be closed, and nothing left inside")
      }
    }
  }

  @Test func `an earlier load comes out first`() async throws {
    try await bubble {
      var draw = Draw(seed: 135)
      for (earlier, new) in [(2, 1), (1, 2), (5, 9)] {
        let hold = Channel<String>(capacity: earlier + new)
        let load = draw.words(earlier)
        let crates = draw.words(new)
        for crate in load { await hold.send(crate) }

        let unloaded = await closeAndDrain(crates, through: hold)

        try #require(
          unloaded == load + crates,
          """
          the hold had \(load) in it before: expected that first, and then \(crates); receive until \
          the channel is closed and empty
          """)
      }
    }
    try await bubble(.count(1)) {
      let hold = Channel<String>(capacity: 10 * crowd + 1)
      for number in 1...10 * crowd { await hold.send("earlier \(number)") }

      let unloaded = await closeAndDrain(["new"], through: hold)

      #expect(
        unloaded.count == 10 * crowd + 1 && unloaded.last == "new",
        "\(10 * crowd) crates were in the hold before: expected these first, and then the new one")
    }
  }

  @Test func `afterwards the channel is closed`() async throws {
    try await bubble {
      for load in [["salt"], []] {
        let hold = Channel<String>(capacity: 2)
        for crate in load { await hold.send(crate) }

        let unloaded = await closeAndDrain([], through: hold)

        try #require(
          unloaded == load, "there are no new crates: expected what was in the hold before, \(load)"
        )
        try #require(
          hold.tryReceive() == .closed,
          "a receiver that comes later should hear at once that the channel is closed and empty")
      }
    }
  }
}
