import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Testing

/// A crate and the time at which it was taken on the quay.
private struct Landing: Equatable, CustomStringConvertible {
  var crate: String
  var time: Duration
  var description: String { "\(crate) after \(time)" }
}

/// Closes a quay on which nothing can arrive any more: the test must not wait for missing crates.
private func end(_ quay: Channel<String>) -> Received<String> {
  let rest = quay.tryReceive()
  if rest != .closed { quay.close() }
  return rest
}

/// Sends each crate after a pause, then closes after another pause.
private func barge(
  _ crates: [String], on channel: Channel<String>, pause: Duration
) -> Task<Void, Never> {
  Task {
    for crate in crates {
      try? await Task.sleep(for: pause)
      await channel.send(crate)
    }
    try? await Task.sleep(for: pause)
    channel.close()
  }
}

@Suite("4.4 Until both are closed", .exercise("4.4"), .leavesNoTask)
struct UntilBothAreClosedTests {
  @Test func `each crate is forwarded when it comes`() async throws {
    try await bubble {
      var draw = Draw(441)
      for isRiverQuick in [true, false] {
        let river = Channel<String>()
        let canal = Channel<String>()
        let quay = Channel<String>()
        let words = draw.words(4)
        let begin = Bubble.elapsed
        let barges = [
          barge(Array(words[..<3]), on: isRiverQuick ? river : canal, pause: .milliseconds(1_500)),
          barge([words[3]], on: isRiverQuick ? canal : river, pause: .seconds(100_000)),
        ]
        let forwarding = Task {
          await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
          _ = end(quay)
          return Bubble.elapsed - begin
        }

        var landings: [Landing] = []
        for _ in words {
          guard let crate = await quay.receive() else { break }
          landings.append(Landing(crate: crate, time: Bubble.elapsed - begin))
        }
        let time = await forwarding.value
        for barge in barges { barge.cancel() }

        let times: [Duration] = [
          .milliseconds(1_500), .seconds(3), .milliseconds(4_500), .seconds(100_000),
        ]
        #expect(
          landings == zip(words, times).map { Landing(crate: $0, time: $1) },
          """
          one barge has a crate every 1.5 s, the other one after 100,000 s; each crate should reach \
          the quay when it comes
          """)
        #expect(
          time == .seconds(200_000),
          "the slow barge closes 200,000 s after the call, and the call should return then")
      }
    }
  }

  @Test func `when one barge is closed the other goes on`() async throws {
    try await bubble {
      var draw = Draw(442)
      for isRiverFirst in [true, false] {
        let river = Channel<String>()
        let canal = Channel<String>()
        let quay = Channel<String>(capacity: 9)
        let words = draw.words(3)
        let begin = Bubble.elapsed
        let barges = [
          barge([words[0]], on: isRiverFirst ? river : canal, pause: .seconds(1)),
          barge([words[1], words[2]], on: isRiverFirst ? canal : river, pause: .seconds(7)),
        ]

        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        let end = Bubble.elapsed - begin
        var crates: [String] = []
        while case .element(let crate) = quay.tryReceive() { crates.append(crate) }
        for barge in barges { barge.cancel() }

        #expect(
          crates == words,
          """
          \(isRiverFirst ? "the river" : "the canal") closed after 2 s, and the other barge had \
          crates after 7 s and 14 s; all three crates should be on the quay
          """)
        #expect(
          end == .seconds(21),
          "the second barge closes after 21 s; it should return then")
        await Bubble.settle()
      }
    }
  }

  @Test func `nothing that is left at the close is lost`() async throws {
    try await bubble {
      var draw = Draw(443)
      for (riverSize, canalSize) in [(0, 1), (3, 0), (2, 5), (40, 30)] {
        let river = Channel<String>(capacity: riverSize)
        let canal = Channel<String>(capacity: canalSize)
        let quay = Channel<String>(capacity: riverSize + canalSize)
        // The river's crates have names, the canal's are numbered; one has an empty name.
        let fromRiver = draw.words(riverSize)
        let fromCanal = (0..<canalSize).map { $0 == 0 ? "" : "\($0)" }
        for crate in fromRiver { await river.send(crate) }
        for crate in fromCanal { await canal.send(crate) }
        river.close()
        canal.close()

        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        let left = await tasksLeftBehind()
        var crates: [String] = []
        while case .element(let crate) = quay.tryReceive() { crates.append(crate) }

        let named = crates.filter { $0.contains(" ") }
        let numbered = crates.filter { !$0.contains(" ") }
        #expect(
          named == fromRiver && numbered == fromCanal,
          """
          crates left when both closed: \(riverSize) on the river, \(canalSize) on the canal; all \
          should reach the quay, those of one barge in their order, but \(crates) did
          """)
        #expect(left == 0, "it has returned and left \(left) of your tasks behind")
      }
    }
    try await bubble(.count(1)) {
      let river = Channel<String>(capacity: 10 * crowd)
      let canal = Channel<String>(capacity: crowd)
      let quay = Channel<String>(capacity: 11 * crowd)
      for number in 1...10 * crowd { await river.send("r\(number)") }
      for number in 1...crowd { await canal.send("c\(number)") }
      river.close()
      canal.close()

      await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)

      #expect(
        quay.count == 11 * crowd,
        "\(10 * crowd) crates were left on the river and \(crowd) on the canal: all should arrive")
    }
  }

  @Test func `the quay stays open for others`() async throws {
    try await bubble {
      let river = Channel<String>()
      let canal = Channel<String>()
      let quay = Channel<String>()
      let other = Task { await quay.send("from the road") }
      let barges = [
        barge(["reed"], on: river, pause: .seconds(1)),
        barge(["clay"], on: canal, pause: .seconds(2)),
      ]
      let forwarding = Task {
        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        return end(quay)
      }

      var crates: [String?] = []
      for _ in 1...3 { crates.append(await quay.receive()) }
      let rest = await forwarding.value
      for barge in barges { barge.cancel() }
      _ = await other.value

      #expect(
        crates == ["from the road", "reed", "clay"],
        "another sender uses the quay, too; its crate should arrive, and those of both barges")
      #expect(
        rest == .nothing,
        "after the return the quay should be empty and open: others may still send there")
    }
    // Another sender takes the only place at the moment when a crate is forwarded.
    try await bubble {
      let river = Channel<String>(capacity: 1)
      let canal = Channel<String>()
      let quay = Channel<String>(capacity: 1)
      await river.send("reed")
      river.close()
      canal.close()
      let forwarding = Task {
        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
      }
      let other = Task { quay.trySend("from the road") }

      var crates: [String] = []
      for _ in 1...2 {
        await Bubble.settle()
        if case .element(let crate) = quay.tryReceive() { crates.append(crate) }
      }
      await forwarding.value
      let isSent = await other.value

      #expect(
        Set(crates) == (isSent ? ["reed", "from the road"] : ["reed"]),
        """
        the quay has room for one crate, and another sender came at the same moment as "reed"; \
        "reed" should arrive, at once or when there is room again, but only \(crates) did
        """)
    }
  }

  @Test func `it takes no crate ahead`() async throws {
    try await bubble {
      let river = Channel<String>(capacity: 5)
      let canal = Channel<String>(capacity: 5)
      let quay = Channel<String>()
      for number in 1...5 {
        await river.send("r\(number)")
        await canal.send("c\(number)")
      }
      river.close()
      canal.close()
      let forwarding = Task {
        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        _ = end(quay)
      }

      await Bubble.settle()
      let counts = [river.count, canal.count]
      var crates: [String] = []
      for _ in 1...10 { crates.append(await quay.receive() ?? "nothing") }
      await forwarding.value

      #expect(
        counts.allSatisfy { $0 >= 4 },
        """
        five crates are on each barge, and no task takes any from the quay: your function should hold \
        at most one from each barge and leave at least four, but \(counts[0]) and \(counts[1]) were left
        """)
      #expect(Set(crates).count == 10, "ten crates should arrive, each once; \(crates) did")
    }
  }

  @Test func `cancelled while it waits for a crate it returns`() async throws {
    try await bubble {
      for closesRiver in [false, true] {
        let river = Channel<String>(capacity: 1)
        let canal = Channel<String>()
        let quay = Channel<String>(capacity: 3)
        let begin = Bubble.elapsed
        await river.send("peas")
        if closesRiver { river.close() }
        let forwarding = Task {
          await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
          return Bubble.elapsed - begin
        }

        try? await Task.sleep(for: .seconds(3))
        forwarding.cancel()
        let end = await forwarding.value

        #expect(
          end == .seconds(3),
          "it should wait for more crates until the caller is cancelled after 3 s, then return")
        #expect(
          quay.tryReceive() == .element("peas"), "the crate that came before should be on the quay")
        #expect(!canal.trySend("late"), "the call is over; nothing should receive on the canal")
      }

      let river = Channel<String>()
      let begin = Bubble.elapsed
      let early = Task {
        await forward(
          river.receiveOnly, Channel().receiveOnly, to: Channel<String>(capacity: 1).sendOnly)
      }
      early.cancel()
      await early.value
      #expect(
        Bubble.elapsed == begin,
        "the caller was cancelled before the call, and no crate is there: expected a return at once"
      )

      let barge = Channel<String>(capacity: 2)
      let quay = Channel<String>(capacity: 4)
      for crate in ["hay", "oats"] { await barge.send(crate) }
      let late = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        await forward(barge.receiveOnly, Channel().receiveOnly, to: quay.sendOnly)
      }
      await late.value
      var crates: [String] = []
      for channel in [quay, barge] {
        while case .element(let crate) = channel.tryReceive() { crates.append(crate) }
      }
      #expect(
        crates == ["hay", "oats"],
        """
        the caller was cancelled before the call, and the quay has room: each crate should be \
        forwarded, in order, or left on its barge; found on both: \(crates). What do you do with a \
        crate that you have taken when you learn of the cancellation?
        """)
    }
  }

  @Test func `cancelled while the quay is full it takes no more`() async throws {
    try await bubble {
      let river = Channel<String>(capacity: 6)
      let canal = Channel<String>(capacity: 6)
      let quay = Channel<String>(capacity: 1)
      for number in 1...6 {
        await river.send("r\(number)")
        await canal.send("c\(number)")
      }
      let forwarding = Task {
        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        return Bubble.elapsed
      }

      try? await Task.sleep(for: .seconds(2))
      let before = river.count + canal.count
      forwarding.cancel()
      let end = await forwarding.value
      let (rivers, canals) = (river.count, canal.count)
      let after = rivers + canals

      #expect(quay.count == 1, "the quay has room for one crate, and should be full")
      #expect(
        end == .seconds(2), "it should wait for room until it is cancelled at t = 2 s, then return")
      #expect(
        before >= 9,
        """
        one crate is on the quay, and your function may hold one from each barge: at least 9 of 12 \
        should be left on the barges, but \(before) were
        """)
      #expect(
        after == before,
        """
        it was cancelled while it waited for room on the quay; crates that it had not taken by \
        then should stay on their barges: \(before) of 12 before the cancellation, \(after) after \
        it
        """)

      let early = Task {
        await forward(river.receiveOnly, canal.receiveOnly, to: quay.sendOnly)
        return Bubble.elapsed
      }
      early.cancel()
      let time = await early.value
      let left = [river.count, canal.count]

      #expect(
        time == .seconds(2),
        "the caller was cancelled before the call, and the quay is full: expected a return at once")
      #expect(
        left[0] >= rivers - 1 && left[1] >= canals - 1,
        """
        the caller was cancelled before the call, and the quay is full: at most one crate of each \
        barge should be taken. The barges had \(rivers) and \(canals) crates; now they have \(left)
        """)
    }
  }
}
