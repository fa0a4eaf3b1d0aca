import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Testing

/// Makes a channel that holds these crates.
private func barge(_ crates: [String], closed: Bool = false) async -> Channel<String> {
  let channel = Channel<String>(capacity: max(crates.count, 1))
  for crate in crates { await channel.send(crate) }
  if closed { channel.close() }
  return channel
}

/// The crates of one barge, each with a number of its own, such as "east 7".
private func cargo(_ name: String, _ count: Int) -> [String] {
  (0..<count).map { "\(name) \($0)" }
}

/// The length of the longest run of crates from the same barge.
private func longestRun(_ crates: [String]) -> Int {
  var longest = 0
  var run = 0
  var last: Substring?
  for crate in crates {
    let name = crate.prefix(4)
    run = name == last ? run + 1 : 1
    last = name
    longest = max(longest, run)
  }
  return longest
}

@Suite("4.5 Fair choice", .exercise("4.5"), .leavesNoTask)
struct FairChoiceTests {
  @Test func `each barge gets its share`() async throws {
    try await bubble(.count(50)) {
      for (eastSize, westSize) in [(120, 120), (300, 100), (100, 300)] {
        let east = await barge(cargo("east", eastSize))
        let west = await barge(cargo("west", westSize))

        let crates = await unload(100, from: east.receiveOnly, and: west.receiveOnly)

        let fromEast = crates.filter { $0.hasPrefix("east") }
        let fromWest = crates.filter { $0.hasPrefix("west") }
        #expect(
          fromEast.count >= 20 && fromWest.count >= 20,
          """
          both barges had crates all the time; of 100, each should give at least 20, but east gave \
          \(fromEast.count) and west \(fromWest.count)
          """)
        let run = longestRun(crates)
        #expect(
          run <= 30,
          "\(run) crates in a row came from one barge while the other had some; expected at most 30"
        )
        #expect(
          crates.count == 100 && fromEast == cargo("east", fromEast.count)
            && fromWest == cargo("west", fromWest.count),
          "expected 100 crates, each once, and those of one barge in their order")
      }
    }
  }

  @Test func `what was taken before does not count`() async throws {
    try await bubble(.count(50)) {
      for isEastAlone in [true, false] {
        let east = Channel<String>(capacity: 200)
        let west = Channel<String>(capacity: 200)
        let (alone, late) = isEastAlone ? (east, west) : (west, east)
        for crate in cargo("alone", 60) { await alone.send(crate) }
        let unloading = Task { await unload(160, from: east.receiveOnly, and: west.receiveOnly) }
        try? await Task.sleep(for: .seconds(1))
        // In turn, so that on real threads, too, neither barge runs ahead of the other.
        for (crate, another) in zip(cargo("late", 120), cargo("back", 120)) {
          _ = late.trySend(crate)
          _ = alone.trySend(another)
        }

        let crates = await unloading.value

        let both = crates.dropFirst(60)
        let lateCount = both.count { $0.hasPrefix("late") }
        let run = longestRun(Array(both))
        #expect(
          crates.prefix(60) == cargo("alone", 60)[...] && both.count == 100,
          """
          one barge had 60 crates, and the other came 1 s later; expected these 60 first, and then \
          100 more from both; crates after the first 60: \(both.count)
          """)
        #expect(
          run <= 30 && (20...80).contains(lateCount),
          """
          first one barge was alone, and 60 crates were taken from it; then both had crates, and \
          of the next 100, each should give at least 20, and at most 30 in a row; but \(lateCount) \
          came from the late barge, and up to \(run) in a row from one barge
          """)
      }
    }
  }

  @Test func `an empty barge does not hold up the other`() async throws {
    try await bubble {
      for isEastEmpty in [true, false] {
        let full = await barge(cargo("full", 40))
        let empty = Channel<String>()

        let crates =
          isEastEmpty
          ? await unload(40, from: empty.receiveOnly, and: full.receiveOnly)
          : await unload(40, from: full.receiveOnly, and: empty.receiveOnly)

        #expect(
          crates == cargo("full", 40),
          "one barge had no crate; the 40 crates of the other should be taken in their order")
        #expect(Bubble.elapsed == .zero, "all 40 crates were there; taking them needs no pause")
      }
    }
    try await bubble(.count(1)) {
      let full = await barge(cargo("full", 10 * crowd))

      let crates = await unload(10 * crowd, from: Channel().receiveOnly, and: full.receiveOnly)

      #expect(
        crates.count == 10 * crowd,
        "one barge had \(10 * crowd) crates, the other none: all of them should be taken")
    }
  }

  @Test func `it takes as many as it was asked for`() async throws {
    try await bubble {
      var draw = Draw(451)
      for count in [0, 1, 2, 3 + draw.number(below: 8)] {
        let east = await barge(cargo("east", 9))
        let west = await barge(cargo("west", 9), closed: true)

        let crates = await unload(count, from: east.receiveOnly, and: west.receiveOnly)
        let left = await tasksLeftBehind()
        let stock = east.count + west.count

        #expect(
          crates.count == count, "crates asked for: \(count); crates returned: \(crates.count)")
        #expect(
          stock == 18 - count,
          """
          asked for \(count) of 18 crates, it should leave \(18 - count) on the barges, not \
          \(stock)
          """)
        #expect(left == 0, "it has returned and left \(left) of your tasks behind")
      }
    }
  }

  @Test func `crates that come later are waited for`() async throws {
    try await bubble {
      let east = Channel<String>()
      let west = Channel<String>()
      let schedule: [(Channel<String>, Int)] = [
        (west, 2), (east, 3), (east, 7), (west, 100_000), (east, 100_001),
      ]
      let senders = schedule.map { channel, second in
        Task {
          try? await Task.sleep(for: .seconds(second))
          await channel.send("after \(second) s")
        }
      }

      let crates = await unload(4, from: east.receiveOnly, and: west.receiveOnly)
      let end = Bubble.elapsed
      await Bubble.settle()
      let isTaken = east.trySend("more") || west.trySend("more")
      for sender in senders { sender.cancel() }

      #expect(
        crates == ["after 2 s", "after 3 s", "after 7 s", "after 100000 s"],
        "crates came from both barges, at different times; expected the first four as they came")
      #expect(
        end == .seconds(100_000), "the fourth crate came at t = 100,000 s; it should return then")
      #expect(!isTaken, "it has its four crates; nothing should receive from the barges any more")
    }
    // Both calls begin at the same moment, and there is a crate for one of them.
    try await bubble {
      let east = await barge(["first"])
      let west = Channel<String>(capacity: 1)
      let calls = (1...2).map { _ in
        Task { await unload(1, from: east.receiveOnly, and: west.receiveOnly) }
      }
      try? await Task.sleep(for: .seconds(1))
      _ = west.trySend("second")
      await Bubble.settle()
      let left = west.count
      for call in calls { call.cancel() }

      let crates = await calls[0].value + calls[1].value
      #expect(
        left == 0 && crates.sorted() == ["first", "second"],
        """
        two calls take one crate each: "first" was there on east, and "second" came on west 1 s later. \
        Each call should take one when it comes; they took \(crates). A crate that you have seen may \
        be gone when you receive: do not wait at one barge only
        """)
    }
  }

  @Test func `a closed barge is done and the other goes on`() async throws {
    try await bubble {
      for isEastClosed in [true, false] {
        let closed = await barge(["early", ""], closed: true)
        let open = Channel<String>()
        let begin = Bubble.elapsed
        let sender = Task {
          try? await Task.sleep(for: .seconds(4))
          await open.send("late")
          try? await Task.sleep(for: .seconds(4))
          open.close()
        }

        let crates =
          isEastClosed
          ? await unload(9, from: closed.receiveOnly, and: open.receiveOnly)
          : await unload(9, from: open.receiveOnly, and: closed.receiveOnly)
        let time = Bubble.elapsed - begin
        sender.cancel()

        #expect(
          crates == ["early", "", "late"],
          """
          one barge was closed with two crates left, the other had one after 4 s; expected all \
          three, including the one with an empty name
          """)
        #expect(
          time == .seconds(8),
          "the second barge closes after 8 s; nothing more can come, so it should return then")
      }
    }
  }

  @Test func `cancelling the caller returns what it has`() async throws {
    try await bubble {
      for closesWest in [false, true] {
        let east = Channel<String>()
        let west = await barge(["sand", "tar"], closed: closesWest)
        let begin = Bubble.elapsed
        let unloading = Task {
          let crates = await unload(5, from: east.receiveOnly, and: west.receiveOnly)
          return (crates, Bubble.elapsed - begin)
        }

        try? await Task.sleep(for: .seconds(2))
        unloading.cancel()
        let (crates, end) = await unloading.value

        #expect(
          crates == ["sand", "tar"], "two crates were taken before it was cancelled; expected these"
        )
        #expect(
          end == .seconds(2),
          "it should wait for the third crate until it is cancelled after 2 s, then return at once")
        #expect(!east.trySend("late"), "the call is over; nothing should receive on the east barge")
      }
      let begin = Bubble.elapsed
      let unloading = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await unload(5, from: Channel().receiveOnly, and: Channel().receiveOnly)
      }
      let crates = await unloading.value
      #expect(
        crates == [] && Bubble.elapsed == begin,
        "it was cancelled before the call, and no barge had a crate: expected none, at once")

      await cancelAtTheMomentOfAnElement("crate") { east, west in
        await unload(9, from: east.receiveOnly, and: west.receiveOnly)
      }
    }
  }
}
