import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Testing

@Suite("10.1 One per 200 ms", .exercise("10.1"), .leavesNoTask)
struct OnePerIntervalTests {
  @Test func `the first begins at once, and each other one an interval later`() async throws {
    try await bubble {
      var draw = Draw(seed: 101)
      for (count, interval) in [(5, 200), (2, 70), (1, 200), (3, 100_000_000), (0, 200)] {
        // Few different names: two requests that are equal are two requests. The first has no name.
        var names = draw.numbers(count, in: 1...3).map { "request \($0)" }
        if count > 0 { names[0] = "" }
        let log = Log<String>()
        let start = Bubble.elapsed

        await serve(await filled(names).receiveOnly, every: .milliseconds(interval)) { name in
          log.note(name)
          try? await Task.sleep(for: .milliseconds(30))
        }

        let end = Bubble.elapsed - start
        let left = Bubble.liveTasks
        try #require(
          log.entries == names,
          "\(count) requests are waiting: each should be handled once, in the order of arrival")
        let times = (0..<count).map { $0 * interval }
        try #require(
          log.times == times.milliseconds,
          """
          \(count) requests are waiting at 0 ms. With an interval of \(interval) ms they should begin \
          at \(times) ms. They began at \(log.times.map(\.inMilliseconds)) ms
          """)
        let last = (times.last ?? -30) + 30
        try #require(
          end == .milliseconds(last),
          """
          the last of \(count) requests ends after \(last) ms, and no other can come: the call should \
          return then. It returned after \(end.inMilliseconds) ms. What does it still wait for?
          """)
        try #require(
          left == 0,
          "your function has returned, and tasks that it started are still alive: \(left)")
      }
    }
  }

  @Test func `a long request does not delay the next one`() async throws {
    try await bubble {
      var draw = Draw(seed: 1_010)
      for lengths in [[900, 10, 450, 10], [10, 100_000_000, 10], draw.numbers(5, in: 1...2_000)] {
        let log = Log<String>()
        let start = Bubble.elapsed

        let requests = await filled(lengths.map { "\($0)" })
        await serve(requests.receiveOnly, every: .milliseconds(200)) { request in
          log.note(request)
          try? await Task.sleep(for: .milliseconds(Int(request) ?? 0))
        }

        let end = Bubble.elapsed - start
        let left = Bubble.liveTasks
        let begins = lengths.indices.map { $0 * 200 }
        try #require(
          log.times == begins.milliseconds,
          """
          requests that take \(lengths) ms should begin at \(begins) ms, each 200 ms after the one \
          before it began, even when that one is still running. They began at \
          \(log.times.map(\.inMilliseconds)) ms
          """)
        let last = zip(begins, lengths).map(+).max() ?? 0
        try #require(
          end == .milliseconds(last) && left == 0,
          """
          all requests have ended after \(last) ms: the call should return then, not earlier and \
          not later. It returned after \(end.inMilliseconds) ms
          """)
      }
    }
    try await bubble(.count(1)) {
      let requests = await filled((1...crowd).map { "request \($0)" })
      await serve(requests.receiveOnly, every: .milliseconds(200)) { _ in
        await Bubble.section("requests") { try? await Task.sleep(for: .seconds(60)) }
      }

      let most = Bubble.mostInside("requests")
      #expect(
        most == crowd,
        """
        \(crowd) requests begin within 26 s, and take 60 s each: expected all of them to run at the same \
        time, and \(most) did
        """)
    }
  }

  @Test func `after a pause, too, requests begin an interval apart`() async throws {
    try await bubble {
      var draw = Draw(seed: 10_100)
      for (arrivals, interval) in [
        ([0, 50, 1_050, 1_050, 1_050, 1_150, 2_110], 200),
        ([310, 330, 340, 100_002_000, 100_002_010], 200),
        (draw.numbers(8, in: 0...4_000).sorted(), 300),
      ] {
        var begins: [Int] = []
        for arrival in arrivals {
          begins.append(max(arrival, begins.last.map { $0 + interval } ?? arrival))
        }
        let requests = Channel<String>(capacity: arrivals.count)
        let log = Log<String>()
        let sender = Task {
          var now = 0
          for arrival in arrivals {
            try? await Task.sleep(for: .milliseconds(arrival - now))
            now = arrival
            await requests.send("request at \(arrival)")
          }
          requests.close()
        }

        await serve(requests.receiveOnly, every: .milliseconds(interval)) { log.note($0) }
        await sender.value

        try #require(
          log.times == begins.milliseconds,
          """
          requests arrive at \(arrivals) ms. Each should begin as soon as it has arrived and \
          \(interval) ms have passed since the one before it began: at \(begins) ms. They began at \
          \(log.times.map(\.inMilliseconds)) ms. A pause does not save up starts
          """)
      }
    }
  }

  @Test func `only one request is taken before it may begin`() async throws {
    try await bubble {
      let names = (1...10).map { "request \($0)" }
      let requests = await filled(names)
      let log = Log<String>()
      let calling = Task {
        await serve(requests.receiveOnly, every: .milliseconds(200)) { name in
          log.note(name)
          try? await Task.sleep(for: .seconds(1))
        }
      }

      for begun in 1...3 {
        await Bubble.settle()
        try #require(
          log.entries.count == begun,
          "ten requests are waiting: \(begun) should have begun after \((begun - 1) * 200) ms")
        let left = requests.count
        try #require(
          left >= 9 - begun,
          """
          \(begun) of 10 requests have begun, and \(left) are still in the channel; \(9 - begun) or more \
          should be. Only one request may be taken before it may begin. Who takes the others?
          """)
        try await Task.sleep(for: .milliseconds(200))
      }
      await calling.value
    }
  }

  @Test func `it returns when the channel is closed and the last request has ended`() async throws {
    try await bubble {
      for (length, closing) in [(10, 50), (10, 100_000_000), (3_000, 50)] {
        let requests = Channel<String>()
        let log = Log<String>()
        let start = Bubble.elapsed
        let sender = Task {
          await requests.send("tide")
          try? await Task.sleep(for: .milliseconds(closing))
          requests.close()
        }

        await serve(requests.receiveOnly, every: .milliseconds(200)) { name in
          log.note(name)
          try? await Task.sleep(for: .milliseconds(length))
        }
        let end = Bubble.elapsed - start
        await sender.value

        try #require(log.entries == ["tide"], "one request arrives: it should be handled")
        try #require(
          end == .milliseconds(max(length, closing)),
          """
          the only request ends after \(length) ms, and the channel is closed after \(closing) ms: the \
          call should return when both have happened. It returned after \(end.inMilliseconds) ms
          """)
      }
    }
    // Two calls, and one request.
    try await bubble {
      let requests = Channel<String>(capacity: 1)
      let log = Log<String>()
      await requests.send("tide")
      let calls = (1...2).map { _ in
        Task {
          await serve(requests.receiveOnly, every: .milliseconds(200)) { log.note($0) }
          return Bubble.elapsed.inMilliseconds
        }
      }
      try await Task.sleep(for: .seconds(1))
      requests.close()
      var ends: [Int] = []
      for call in calls { ends.append(await call.value) }

      #expect(
        log.entries == ["tide"] && ends == [1_000, 1_000],
        """
        two calls take requests from the same channel, one request is there, and the channel is closed \
        after 1,000 ms: expected it to be handled once, and both calls to return after 1,000 ms. \
        Handled: \(log.entries); the calls returned after \(ends) ms
        """)
    }
  }

  @Test func `cancelling the caller stops it`() async throws {
    try await bubble {
      for (moment, begun) in [(250, 2), (10, 1), (399, 2)] {
        let log = Log<String>()
        let start = Bubble.elapsed
        let requests = await filled(["tide", "wind", "fog", "ice"])
        let calling = Task {
          await serve(requests.receiveOnly, every: .milliseconds(200)) { name in
            log.note(name)
            try? await Task.sleep(for: .seconds(60))
            if name == "tide" { await sleepThrough(.seconds(100_000)) }
          }
        }
        try await Task.sleep(for: .milliseconds(moment))
        calling.cancel()
        await calling.value

        try #require(
          log.entries.count == begun,
          """
          the caller is cancelled after \(moment) ms: \(begun) of four requests should have begun by \
          then, and no other one after that. Begun: \(log.entries.count)
          """)
        try #require(
          Bubble.elapsed - start == .milliseconds(moment + 100_000_000),
          """
          the caller is cancelled after \(moment) ms: the running requests should be cancelled, and \
          the call should wait for them; one needs 100,000 s to stop
          """)
        try #require(
          requests.count >= 3 - begun,
          """
          the caller is cancelled after \(moment) ms, when \(begun) of four requests have begun: at most \
          one more may be taken from the channel, and \(requests.count) are left. Which line ends your \
          loop when the caller is cancelled?
          """)
      }

      // Cancelled at the time at which the third request may begin: it may begin, or not.
      let log = Log<String>()
      let three = await filled(["tide", "wind", "fog", "ice"])
      let start = Bubble.elapsed
      let calling = Task {
        await serve(three.receiveOnly, every: .milliseconds(200)) { name in
          log.note(name)
          try? await Task.sleep(for: .seconds(60))
        }
      }
      try await Task.sleep(for: .milliseconds(400))
      calling.cancel()
      await calling.value
      try #require(
        2...3 ~= log.entries.count && Bubble.elapsed - start == .milliseconds(400),
        "the caller is cancelled after 400 ms: two or three requests have begun, and are cancelled")

      let quiet = Channel<String>()
      let waiting = Task { await serve(quiet.receiveOnly, every: .milliseconds(200)) { _ in } }
      let later = Bubble.elapsed
      try await Task.sleep(for: .seconds(1))
      waiting.cancel()
      await waiting.value
      try #require(
        Bubble.elapsed - later == .seconds(1),
        "the caller is cancelled while it waits for a request: the call should return at once")

      let ready = await filled(["tide", "wind", "fog", "ice"])
      let early = Log<String>()
      let tooLate = Task {
        await serve(ready.receiveOnly, every: .milliseconds(200)) { early.note($0) }
      }
      tooLate.cancel()
      await tooLate.value
      #expect(
        early.entries == [],
        """
        the caller was cancelled before the call: no request should begin. A receive that does not \
        have to wait returns an element even then
        """)
      #expect(
        ready.count >= 3,
        """
        the caller was cancelled before the call: at most one of four requests may be taken from the \
        channel, and \(ready.count) are left. Which line ends your loop?
        """)

      let last = await filled(["tide", "wind"])
      let began = Bubble.elapsed
      let running = Task {
        await serve(last.receiveOnly, every: .milliseconds(200)) { _ in
          try? await Task.sleep(for: .seconds(60))
        }
      }
      try await Task.sleep(for: .seconds(1))
      running.cancel()
      await running.value
      #expect(
        Bubble.elapsed - began == .seconds(1),
        """
        no other request can come when the caller is cancelled after 1 s: expected the two running \
        ones to be cancelled, too
        """)
    }
  }
}
