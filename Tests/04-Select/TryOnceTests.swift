import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Testing

/// The attempt in the words of a message, such as "received silk" or "sent".
///
/// Tests compare these: what `==` says of attempts, the file that is tested can decide.
private func words(_ attempt: Attempt) -> String {
  switch attempt {
  case .received(let crate): "received \(crate)"
  case .sent: "sent"
  case .neither: "neither"
  @unknown default: "something else"
  }
}

private func words(_ attempts: [Attempt]) -> [String] { attempts.map(words) }

@Suite("4.3 Try, do not wait", .exercise("4.3"), .leavesNoTask)
struct TryOnceTests {
  @Test func `a crate that is there is received`() async throws {
    try await bubble {
      var draw = Draw(431)
      let departures = Channel<String>()
      for capacity in [1, 4] {
        let arrivals = Channel<String>(capacity: capacity)
        let crates = draw.words(capacity)
        for crate in crates { await arrivals.send(crate) }

        var attempts: [Attempt] = []
        for _ in crates {
          attempts.append(await tryOnce("own", arrivals: arrivals, departures: departures))
        }

        #expect(
          words(attempts) == crates.map { "received \($0)" },
          "crates in the buffer: \(capacity); each attempt should receive the next one")
      }

      let arrivals = Channel<String>()
      let crate = draw.word()
      let ship = Task { await arrivals.send(crate) }
      await Bubble.settle()
      let attempt = await tryOnce("own", arrivals: arrivals, departures: departures)
      ship.cancel()

      #expect(
        words(attempt) == "received \(crate)",
        """
        `arrivals` has no buffer, but a sender waits there with its crate: that crate should be \
        received, although `count` is 0
        """)
    }
  }

  @Test func `if both are possible it receives and does not send`() async throws {
    try await bubble {
      var draw = Draw(432)
      let arrivals = Channel<String>(capacity: 20)
      let departures = Channel<String>(capacity: 20)
      let crates = draw.words(20)
      for crate in crates { await arrivals.send(crate) }

      var attempts: [Attempt] = []
      for _ in crates {
        attempts.append(await tryOnce("own", arrivals: arrivals, departures: departures))
      }

      #expect(
        words(attempts) == crates.map { "received \($0)" },
        """
        there was a crate to receive and room to send, 20 times; each attempt should receive, but \
        \(words(attempts).count { $0 == "sent" }) of them sent
        """)
      #expect(departures.count == 0, "an attempt that receives should not send as well")
    }
  }

  @Test func `with nothing to receive it sends`() async throws {
    try await bubble {
      var draw = Draw(433)
      let arrivals = Channel<String>(capacity: 2)
      for capacity in [1, 3] {
        let departures = Channel<String>(capacity: capacity)
        let crates = draw.words(capacity)

        var attempts: [Attempt] = []
        for crate in crates {
          attempts.append(await tryOnce(crate, arrivals: arrivals, departures: departures))
        }
        var sent: [String] = []
        while case .element(let crate) = departures.tryReceive() { sent.append(crate) }

        #expect(
          words(attempts) == crates.map { _ in "sent" } && sent == crates,
          """
          `departures` has room for \(counted(capacity, "crate")): each attempt should send its crate \
          once, but \(sent) arrived
          """)
      }

      let departures = Channel<String>()
      let crate = draw.word()
      let customer = Task { await departures.receive() }
      await Bubble.settle()
      let attempt = await tryOnce(crate, arrivals: arrivals, departures: departures)
      customer.cancel()
      let bought = await customer.value

      #expect(
        words(attempt) == "sent" && bought == crate,
        """
        `departures` has no buffer, but a customer waits there: \(crate) should be sent to the \
        customer, although `count` and `capacity` are 0
        """)
    }
  }

  @Test func `if neither is possible it returns at once`() async throws {
    try await bubble {
      for capacity in [0, 1, 2] {
        let arrivals = Channel<String>(capacity: capacity)
        let departures = Channel<String>(capacity: capacity)
        for _ in 0..<capacity { await departures.send("full") }

        let attempt = await tryOnce("own", arrivals: arrivals, departures: departures)
        let end = Bubble.elapsed
        let left = await tasksLeftBehind()
        let ship = Task { await arrivals.send("new") }
        await Bubble.settle()
        let again = await tryOnce("own", arrivals: arrivals, departures: departures)
        ship.cancel()
        await Bubble.settle()
        var stock: [String] = []
        while case .element(let crate) = departures.tryReceive() { stock.append(crate) }

        #expect(
          words([attempt, again]) == ["neither", "received new"],
          """
          no crate was there, and no one took one: expected `.neither`. When a ship came later, its \
          crate should go to the next attempt, and not to the first one
          """)
        #expect(end == .zero, "an attempt takes no time; it should return at t = 0 s")
        #expect(left == 0, "no task of yours should go on after the return")
        #expect(
          stock == (0..<capacity).map { _ in "full" },
          "the crate was not sent by the attempt, so it should not arrive later either")
      }

      let (east, west) = (Channel<String>(), Channel<String>())
      let eastern = Task { await tryOnce("tea", arrivals: east, departures: west) }
      let western = Task { await tryOnce("salt", arrivals: west, departures: east) }
      let traders = [await eastern.value, await western.value]
      #expect(
        words(traders) == ["neither", "neither"],
        """
        two attempts at the same time, and each sends where the other one receives: neither should \
        find the other one waiting, not even for an instant
        """)
    }
  }

  @Test func `attempts that come together do not wait for each other`() async throws {
    try await bubble {
      // Room for one crate: one of two attempts sends, and the other one finds no room.
      let (empty, shelf) = (Channel<String>(), Channel<String>(capacity: 1))
      let tea = Task { await tryOnce("tea", arrivals: empty, departures: shelf) }
      let salt = Task { await tryOnce("salt", arrivals: empty, departures: shelf) }
      let senders = words([await tea.value, await salt.value])

      // One crate: one of two attempts receives it, and the other one finds nothing.
      let table = Channel<String>()
      let one = Task { await tryOnce("own", arrivals: shelf, departures: table) }
      let other = Task { await tryOnce("own", arrivals: shelf, departures: table) }
      let receivers = words([await one.value, await other.value])

      let kept = senders == ["sent", "neither"] ? "tea" : "salt"
      #expect(
        senders.sorted() == ["neither", "sent"],
        "two attempts at the same time, and room for one crate: expected one `.sent`, one `.neither`"
      )
      #expect(
        receivers.sorted() == ["neither", "received \(kept)"],
        """
        two attempts at the same time, and one crate, \(kept): one should receive it, the other \
        should return `.neither`
        """)
    }
  }

  @Test func `a closed channel has nothing to receive`() async throws {
    try await bubble {
      let arrivals = Channel<String>(capacity: 1)
      let departures = Channel<String>(capacity: 1)
      await arrivals.send("last")
      arrivals.close()

      var attempts: [Attempt] = []
      for crate in ["a", "b", "c"] {
        attempts.append(await tryOnce(crate, arrivals: arrivals, departures: departures))
      }

      #expect(
        words(attempts) == ["received last", "sent", "neither"],
        """
        `arrivals` is closed with one crate left, and `departures` has room for one: expected the \
        first attempt to receive, the second to send, and the third to do neither
        """)
      #expect(departures.tryReceive() == .element("b"), "the second attempt should send its crate")
    }
  }

  @Test func `arrivals and departures may be one channel`() async throws {
    try await bubble {
      let shelf = Channel<String>(capacity: 1)
      let table = Channel<String>()

      var attempts: [Attempt] = []
      for crate in ["", "x", "y"] {
        attempts.append(await tryOnce(crate, arrivals: shelf, departures: shelf))
      }
      attempts.append(await tryOnce("z", arrivals: table, departures: table))

      #expect(
        words(attempts) == ["sent", "received ", "sent", "neither"],
        """
        one channel with room for one crate, used for both: expected to send, to receive what was sent \
        (a name may be empty), and to send again. Without a buffer, an attempt cannot receive what it \
        sends
        """)
    }
  }

  @Test func `in a cancelled task it does the same`() async throws {
    try await bubble {
      let arrivals = Channel<String>(capacity: 1)
      let departures = Channel<String>(capacity: 1)
      await arrivals.send("silk")
      let trading = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        var attempts: [Attempt] = []
        for _ in 1...3 {
          attempts.append(await tryOnce("own", arrivals: arrivals, departures: departures))
        }
        return attempts
      }

      let attempts = await trading.value

      #expect(
        words(attempts) == ["received silk", "sent", "neither"],
        """
        nothing here waits, so it makes no difference that the task is cancelled: expected the first \
        attempt to receive, the second to send, and the third to do neither
        """)
    }
  }
}
