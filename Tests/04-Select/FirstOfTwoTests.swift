import Bubble
import Channels
import Chapter04Select
import CourseTesting
import Testing

/// Sends a message after a pause; the task ends when someone has taken it.
@discardableResult
private func report(
  _ message: String, on channel: Channel<String>, after pause: Duration
) -> Task<Void, Never> {
  Task {
    try? await Task.sleep(for: pause)
    await channel.send(message)
  }
}

@Suite("4.1 First of two", .exercise("4.1"), .leavesNoTask)
struct FirstOfTwoTests {
  @Test func `the first message is returned when it comes`() async throws {
    try await bubble {
      var draw = Draw(41)
      for pause: Duration in [.milliseconds(1_234), .seconds(100_000)] {
        let east = Channel<String>()
        let west = Channel<String>(capacity: 1)
        let (fromEast, fromWest) = (draw.word(), draw.word())

        let begin = Bubble.elapsed
        report(fromEast, on: east, after: pause)
        let first = await firstNews(east, west)
        let early = Bubble.elapsed - begin
        report(fromWest, on: west, after: pause)
        let second = await firstNews(east, west)
        let late = Bubble.elapsed - begin

        #expect(
          first == fromEast, "only east had news (\(fromEast)); that message should be returned")
        #expect(
          second == fromWest,
          "then only west had news (\(fromWest)); that message should be returned, too")
        #expect(early == pause, "east's news came after \(pause): return then, not later")
        #expect(late == pause * 2, "west's news came \(pause) later: return then, not later")
      }
    }
  }

  @Test func `an empty message is a message too`() async throws {
    try await bubble {
      let east = Channel<String>(capacity: 1)
      let west = Channel<String>()
      report("", on: east, after: .seconds(2))
      let later = report("fire", on: west, after: .seconds(5))

      let news = await firstNews(east, west)
      let end = Bubble.elapsed
      later.cancel()

      #expect(news == "", "the first message, at t = 2 s, is empty; an empty message counts, too")
      #expect(end == .seconds(2), "the first message came at t = 2 s; it should return then")
    }
  }

  @Test func `the later message is left for another receiver`() async throws {
    try await bubble {
      var draw = Draw(42)
      let words = draw.words(2)
      for order in [0, 1] {
        let channels = [Channel<String>(), Channel<String>()]
        let (quick, slow) = (channels[order], channels[1 - order])
        report(words[0], on: quick, after: .seconds(1))

        let news = await firstNews(channels[0], channels[1])
        await Bubble.settle()

        #expect(news == words[0], "\(words[0]) was the only message; it should be returned")
        #expect(
          !slow.trySend(words[1]),
          """
          the call has returned, but a message that was sent later on the other channel was taken: \
          something still receives there
          """)
        #expect(
          !quick.trySend(words[1]),
          "the call has returned; a second message on the same channel should find no receiver")
      }
    }
  }

  @Test func `of the messages that are there it takes one`() async throws {
    try await bubble {
      var draw = Draw(43)
      for size in [1, 2, 7] {
        let east = Channel<String>(capacity: size)
        let west = Channel<String>(capacity: size)
        let (fromEast, fromWest) = (draw.words(size), draw.words(size))
        for word in fromEast { await east.send(word) }
        for word in fromWest { await west.send(word) }

        let news = await firstNews(east, west)
        await Bubble.settle()

        #expect(
          news == fromEast[0] || news == fromWest[0],
          "messages on each channel: \(size); the first of east or of west should be returned")
        #expect(
          east.count + west.count == 2 * size - 1,
          """
          there were \(2 * size) messages and one was returned; all others should still be on \
          their channels, for another receiver
          """)
      }
    }
  }

  @Test func `of two lookouts who wait one goes on`() async throws {
    try await bubble {
      let east = Channel<String>()
      let west = Channel<String>()
      let lookouts = [east, west].enumerated().map { number, channel in
        Task { await channel.send("ship \(number)") }
      }
      await Bubble.settle()

      let news = await firstNews(east, west)
      await Bubble.settle()
      let left = [east.tryReceive(), west.tryReceive()]

      let expected: [Received<String>] =
        news == "ship 0" ? [.nothing, .element("ship 1")] : [.element("ship 0"), .nothing]
      #expect(
        news != nil && left == expected,
        """
        both lookouts waited to send; one message should be returned, and the other one should stay on \
        its channel
        """)
      for lookout in lookouts { lookout.cancel() }
    }
  }

  @Test func `others who receive from the channels get theirs`() async throws {
    try await bubble {
      let east = Channel<String>()
      let west = Channel<String>()
      let earlier = Task { await east.receive() }
      await Bubble.settle()
      let calls = [Task { await firstNews(east, west) }, Task { await firstNews(west, east) }]
      await Bubble.settle()
      for message in ["one", "two", "three"] { report(message, on: east, after: .seconds(1)) }

      var news: [String?] = [await earlier.value]
      for call in calls { news.append(await call.value) }

      #expect(
        Set(news) == ["one", "two", "three"],
        """
        three receivers wait on the same channel, two of them in calls of your function, and three \
        messages come: each receiver should get one
        """)
    }
    // Both calls begin at the same moment, and there is a message for one of them.
    try await bubble {
      let east = Channel<String>(capacity: 1)
      let west = Channel<String>(capacity: 1)
      await east.send("one")
      let calls = (1...2).map { _ in Task { await firstNews(east, west) } }
      try? await Task.sleep(for: .seconds(1))
      _ = west.trySend("two")
      await Bubble.settle()
      for call in calls { call.cancel() }

      let news = [await calls[0].value, await calls[1].value]
      #expect(
        Set(news) == ["one", "two"],
        """
        two calls began when "one" was there on east, and "two" came on west 1 s later: each call \
        should return one of them, but they returned \(news.map { $0 ?? "nil" }). A message that you \
        have seen may be gone when you receive
        """)
    }
  }

  @Test func `cancelling the caller ends the wait`() async throws {
    try await bubble {
      let east = Channel<String>()
      let west = Channel<String>()
      let listening = Task { (await firstNews(east, west), Bubble.elapsed) }

      try? await Task.sleep(for: .seconds(2))
      listening.cancel()
      let (news, end) = await listening.value

      #expect(news == nil, "no message was sent before the cancellation, so the result is nil")
      #expect(
        end == .seconds(2), "it should wait until the caller is cancelled at t = 2 s, then return")
      let isTaken = east.trySend("late") || west.trySend("late")
      #expect(!isTaken, "the wait is over, so nothing should receive on the channels any more")
    }
  }

  @Test func `no message is lost to a cancellation`() async throws {
    try await bubble {
      for isCancelledFirst in [true, false] {
        let east = Channel<String>()
        let west = Channel<String>(capacity: 1)
        let listening = Task { await firstNews(east, west) }
        try? await Task.sleep(for: .seconds(1))
        if isCancelledFirst { listening.cancel() }
        _ = west.trySend("sail")
        listening.cancel()
        let news = await listening.value
        let left = west.tryReceive()

        #expect(
          news == "sail" ? left == .nothing : news == nil && left == .element("sail"),
          """
          a message came at the moment of the cancellation; it should be returned or left on its \
          channel, but the call returned \(news ?? "nil") and the channel held \(left)
          """)
      }

      let east = Channel<String>(capacity: 1)
      let west = Channel<String>()
      let listening = Task { await firstNews(east, west) }
      listening.cancel()
      let news = await listening.value
      report("buoy", on: east, after: .seconds(1))
      let next = await firstNews(east, west)
      #expect(news == nil, "a call in a cancelled task should return nil if there is no message")
      #expect(next == "buoy", "a cancelled call should not disturb the next one")

      await cancelAtTheMomentOfAnElement("message") { east, west in
        if let news = await firstNews(east, west) { [news] } else { [] }
      }
    }
  }

  @Test func `nothing is left running`() async throws {
    try await bubble {
      let east = Channel<String>(capacity: 1)
      let west = Channel<String>()
      await east.send("mast")

      let atOnce = await firstNews(east, west)
      let leftAtOnce = await tasksLeftBehind()
      let lookout = Task {
        try? await Task.sleep(for: .seconds(3))
        _ = west.trySend("reef")  // Does not wait, so that this task is over before the call is.
      }
      let later = await firstNews(east, west)
      let leftLater = await tasksLeftBehind()
      await lookout.value

      #expect(
        [atOnce, later] == ["mast", "reef"],
        "expected \"mast\" from the first call, \"reef\" from the second")
      #expect(leftAtOnce == 0, "a message was there; no task of yours should be left at the return")
      #expect(leftLater == 0, "a message came at t = 3 s; no task of yours should be left after it")
    }
  }
}
