import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Testing

/// Sends reports one after the other, the first of them after a pause.
private func pilot(
  _ reports: [String], on channel: Channel<String>, after pause: Duration
) -> Task<Void, Never> {
  Task {
    try? await Task.sleep(for: pause)
    for report in reports { await channel.send(report) }
  }
}

@Suite("4.2 Both, in order of arrival", .exercise("4.2"), .leavesNoTask)
struct BothInOrderTests {
  @Test func `the earlier report comes first`() async throws {
    try await bubble {
      var draw = Draw(421)
      for (first, second): (Duration, Duration) in [
        (.seconds(1), .milliseconds(2_345)), (.seconds(100_000), .seconds(200_000)),
      ] {
        for isNorthFirst in [true, false] {
          let north = Channel<String>()
          let south = Channel<String>()
          let words = draw.words(2)
          let begin = Bubble.elapsed
          let pilots = [
            pilot([words[0]], on: isNorthFirst ? north : south, after: first),
            pilot([words[1]], on: isNorthFirst ? south : north, after: second),
          ]

          let reports = await bothReports(north, south)
          let time = Bubble.elapsed - begin
          for pilot in pilots { pilot.cancel() }

          #expect(
            reports == words,
            "\(isNorthFirst ? "north" : "south") reported first, so its report should be first")
          #expect(
            time == second,
            "the second report came \(second) after the call: return then, with both")
        }
      }
    }
  }

  @Test func `a second report of the quicker pilot is left`() async throws {
    try await bubble {
      var draw = Draw(422)
      for capacity in [0, 1, 3] {
        for number in 0..<6 {
          let isNorthQuick = number % 2 == 0
          let north = Channel<String>(capacity: capacity)
          let south = Channel<String>(capacity: capacity)
          let quick = isNorthQuick ? north : south
          var words = draw.words(3)
          if number / 2 == 1 { words[0] = "" }
          if number / 2 == 2 { words[1] = words[0] }
          let pilots = [
            pilot([words[0], words[1]], on: quick, after: .seconds(1)),
            pilot([words[2]], on: isNorthQuick ? south : north, after: .seconds(60)),
          ]

          let reports = await bothReports(north, south)
          await Bubble.settle()

          #expect(
            reports == [words[0], words[2]],
            """
            the quicker pilot reported "\(words[0])" and "\(words[1])", the other one a minute later; \
            expected one report from each (channels with capacity \(capacity))
            """)
          #expect(
            quick.tryReceive() == .element(words[1]),
            "the second report of the quicker pilot should still be there for another receiver")
          for pilot in pilots { pilot.cancel() }
        }
      }
    }
  }

  @Test func `of the reports that are there it takes one from each`() async throws {
    try await bubble {
      var draw = Draw(423)
      for size in [1, 2, 6] {
        let north = Channel<String>(capacity: size)
        let south = Channel<String>(capacity: size)
        let (fromNorth, fromSouth) = (draw.words(size), draw.words(size))
        for word in fromNorth { await north.send(word) }
        for word in fromSouth { await south.send(word) }

        let reports = await bothReports(north, south)

        #expect(
          reports.sorted() == [fromNorth[0], fromSouth[0]].sorted(),
          "reports on each channel: \(size); expected the first of each, in either order")
        #expect(
          [north.count, south.count] == [size - 1, size - 1],
          "reports on each channel: \(size); one should be taken and \(size - 1) left")
      }
    }
    // Two calls begin at the same moment, and each pilot has sent a report for one of them.
    try await bubble {
      let north = Channel<String>(capacity: 1)
      let south = Channel<String>(capacity: 1)
      await north.send("n1")
      await south.send("s1")
      let calls = (1...2).map { _ in Task { await bothReports(north, south) } }
      await Bubble.settle()
      _ = north.trySend("n2")
      _ = south.trySend("s2")

      let reports = [await calls[0].value, await calls[1].value]
      let pilots = reports.map { $0.compactMap(\.first).sorted() }
      #expect(
        pilots == [["n", "s"], ["n", "s"]] && Set(reports.joined()).count == 4,
        """
        two calls began when "n1" and "s1" were there, and "n2" and "s2" came later; each call \
        should get one report from north and one from south, but they got \(reports)
        """)
    }
  }

  @Test func `reports may be empty or equal`() async throws {
    try await bubble {
      for report in ["", "calm"] {
        let north = Channel<String>(capacity: 1)
        let south = Channel<String>(capacity: 1)
        let begin = Bubble.elapsed
        let pilots = [
          pilot([report], on: south, after: .seconds(1)),
          pilot([report], on: north, after: .seconds(3)),
        ]

        let reports = await bothReports(north, south)
        let time = Bubble.elapsed - begin
        for pilot in pilots { pilot.cancel() }

        #expect(
          reports == [report, report] && time == .seconds(3),
          """
          both pilots sent the text "\(report)", after 1 s and 3 s; these are two reports, and \
          both should be returned after 3 s
          """)
      }
    }
  }

  @Test func `others who receive from the channels get theirs`() async throws {
    try await bubble {
      let north = Channel<String>()
      let south = Channel<String>()
      let earlier = Task { await north.receive() }
      await Bubble.settle()
      let calls = [
        Task { await bothReports(north, south) }, Task { await bothReports(north, south) },
      ]
      await Bubble.settle()
      let pilots = [
        pilot(["n0", "n1", "n2"], on: north, after: .seconds(1)),
        pilot(["s1", "s2"], on: south, after: .seconds(2)),
      ]

      let first = await earlier.value
      let reports = [await calls[0].value, await calls[1].value]
      for pilot in pilots { pilot.cancel() }

      #expect(
        first == "n0", "another receiver waited on north before you; it should get the first report"
      )
      #expect(
        Set(reports.map(\.first)) == ["n1", "n2"] && Set(reports.map(\.last)) == ["s1", "s2"],
        """
        two calls share the channels, and two reports for them came from each pilot; each call \
        should get one from north and then one from south, but they got \(reports)
        """)
    }
    // Both calls begin at the same moment, and there is a report for one of them.
    try await bubble {
      let north = Channel<String>(capacity: 1)
      let south = Channel<String>(capacity: 2)
      await north.send("n1")
      let calls = (1...2).map { _ in Task { await bothReports(north, south) } }
      try? await Task.sleep(for: .seconds(1))
      for report in ["s1", "s2"] { _ = south.trySend(report) }
      try? await Task.sleep(for: .seconds(1))
      _ = north.trySend("n2")

      let reports = [await calls[0].value, await calls[1].value]
      #expect(
        Set(reports.map(\.first)).contains("n1") && !reports.map(\.first).contains("n2"),
        """
        two calls began when "n1" was there; "s1" and "s2" came 1 s later, and "n2" after 2 s. \
        Expected the earlier report first in both results, but they were \(reports). A report that \
        you have seen may be gone when you receive
        """)
    }
  }

  @Test func `cancelling the caller returns what is there`() async throws {
    try await bubble {
      for isNorthQuick in [true, false] {
        let north = Channel<String>(capacity: 1)
        let south = Channel<String>(capacity: 1)
        let begin = Bubble.elapsed
        let quick = pilot(["fog"], on: isNorthQuick ? north : south, after: .seconds(1))
        let collecting = Task { (await bothReports(north, south), Bubble.elapsed) }

        try? await Task.sleep(for: .seconds(4))
        collecting.cancel()
        let (reports, end) = await collecting.value
        _ = north.trySend("late")
        _ = south.trySend("late")
        await Bubble.settle()

        #expect(
          reports == ["fog"], "one report came before the cancellation; it should be returned")
        #expect(
          end - begin == .seconds(4),
          """
          it should wait for the second report until it is cancelled after 4 s, then return at \
          once
          """
        )
        #expect(
          [north.count, south.count] == [1, 1],
          "after the return, a report on either channel should stay there for another receiver")
        await quick.value
      }
      for isNorthQuick in [true, false] {
        for isCancelledBefore in [true, false] {
          let north = Channel<String>(capacity: 2)
          let south = Channel<String>(capacity: 2)
          let quick = isNorthQuick ? north : south
          await quick.send("fog")
          await quick.send("rain")
          let collecting = Task { await bothReports(north, south) }
          if !isCancelledBefore { await Bubble.settle() }

          collecting.cancel()
          let reports = await collecting.value

          var left: [String] = []
          while case .element(let report) = quick.tryReceive() { left.append(report) }
          try #require(
            reports + left == ["fog", "rain"] && left.last == "rain",
            """
            \(isNorthQuick ? "north" : "south") has sent "fog" and "rain", the other pilot nothing, \
            and the caller is cancelled \(isCancelledBefore ? "before the call" : "while it waits"): \
            expected "rain" to stay on its channel; returned: \(reports), left: \(left)
            """)
        }
      }
      let north = Channel<String>()
      let collecting = Task { await bothReports(north, Channel()) }
      collecting.cancel()
      let reports = await collecting.value
      #expect(reports == [], "it was cancelled before any report came, so it should return none")

      await cancelAtTheMomentOfAnElement("report") { north, south in
        await bothReports(north, south)
      }
    }
  }

  @Test func `nothing is left running`() async throws {
    try await bubble {
      let north = Channel<String>(capacity: 1)
      let south = Channel<String>()
      await north.send("haze")
      let pilot = Task {
        try? await Task.sleep(for: .seconds(2))
        _ = south.trySend("swell")  // Does not wait, so that this task is over before the call is.
      }

      let reports = await bothReports(north, south)
      let left = await tasksLeftBehind()
      await pilot.value

      #expect(reports == ["haze", "swell"], "expected north's report, and south's 2 s later")
      #expect(left == 0, "both reports came; no task of yours should be left at the return")
    }
  }
}
