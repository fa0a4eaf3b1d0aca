import Bubble
import Channels
import Chapter11Backend
import CourseTesting
import Testing

@Suite("11.6 Graceful shutdown", .exercise("11.6"), .leavesNoTask)
struct GracefulShutdownTests {
  @Test func `requests are handled at once, at the same time`() async throws {
    try await bubble {
      var draw = Draw(seed: 116)
      for count in [3, 1, 20] {
        let harbor = Harbor()
        let start = Bubble.elapsed
        _ = harbor.serve()
        let names = draw.numbers(count, in: 1...9).map { "\($0) tug" } + ["90000 barge"]
        for name in names { await harbor.requests.send(name) }
        try #require(Bubble.elapsed == start, "expected each request to be accepted at once")
        try await Task.sleep(for: .seconds(100_000))
        await harbor.requests.send("2 ferry")
        try await Task.sleep(for: .seconds(60))

        let end = try await harbor.stopServer(lookingAfter: 20)

        try #require(
          harbor.done.entries.sorted() == (names + ["2 ferry"]).sorted()
            && harbor.begun.times == names.map { _ in start } + [start + .seconds(100_000)],
          """
          \(names.count) requests arrive at once, and one more after 100,000 s: expected each to \
          be handled once, from the moment when it arrives
          """)
        try #require(
          end == Shutdown(late: [], time: start + .seconds(100_060), left: 0),
          """
          the server is told to stop after 100,060 s, with no request under way: expected it to \
          return an empty list at that moment
          """)
      }
    }
    try await bubble(.count(1)) {
      let harbor = Harbor()
      _ = harbor.serve()
      for number in 1...crowd { await harbor.requests.send("9 tug \(number)") }
      await Bubble.settle()
      let begun = harbor.begun.entries.count
      try #require(
        begun == crowd && Bubble.elapsed == .zero,
        "\(crowd) requests arrive at once: expected all to be handled at the same time; \(begun) are"
      )
      _ = try await harbor.stopServer(lookingAfter: 10)
    }
  }

  @Test func `it returns as soon as all are done`() async throws {
    try await bubble {
      for (seconds, end) in [([4, 6], 6), ([1, 2], 3), ([], 3), ([12, 5, 5], 12)] {
        let harbor = Harbor()
        let start = Bubble.elapsed
        _ = harbor.serve()
        for number in seconds { await harbor.requests.send("\(number) tug") }
        try await Task.sleep(for: .seconds(3))

        let shutdown = try await harbor.stopServer(lookingAfter: max(end - 3, 10))

        try #require(
          harbor.done.entries.count == seconds.count && shutdown.late.isEmpty,
          """
          requests that need \(seconds) s are under way when the server is told to stop after 3 s: \
          expected all of them to be done in time, and none to be cancelled
          """)
        try #require(
          shutdown.time - start == .seconds(end) && shutdown.left == 0,
          """
          the server is told to stop after 3 s, and the last request is done after \(end) s: \
          expected it to return then, and to leave no timer behind; it returned after \
          \(shutdown.time - start). What ends the wait for the clock?
          """)
      }
    }
    // The last request ends at the moment when the server is told to stop.
    try await bubble {
      let requests = Channel<String>()
      let stop = Channel<Void>()
      let signal = Channel<Void>()
      let server = Task {
        _ = await serve(requests.receiveOnly, until: stop.receiveOnly) { _ in
          await signal.receive()
        }
        return Bubble.elapsed
      }
      await requests.send("tug")
      try await Task.sleep(for: .seconds(1))
      stop.close()
      signal.close()
      let end = await server.value
      #expect(
        end == .seconds(1),
        """
        the only request ends after 1 s, at the moment when `stop` is closed: expected the server to \
        return then; it returned after \(end). The last request may end between your check and \
        your next step
        """)
    }
    // The last two requests end at the same moment.
    try await bubble {
      let harbor = Harbor()
      let server = harbor.serve()
      for _ in 1...2 { await harbor.requests.send("2 tug") }
      harbor.stop.close()
      let shutdown = await server.value
      #expect(
        shutdown == Shutdown(late: [], time: .seconds(2), left: 0),
        """
        the server was told to stop, and the last two requests end after 2 s, at the same moment: \
        expected it to return an empty list then, and not \(shutdown)
        """)
    }
  }

  @Test func `after ten seconds the others are cancelled`() async throws {
    try await bubble {
      for cleanUp in [0, 100_000] {
        let harbor = Harbor()
        let start = Bubble.elapsed
        let server = harbor.serve(cleanUp: cleanUp)
        for name in ["300 tug", "8 ferry", "90 barge"] { await harbor.requests.send(name) }
        try await Task.sleep(for: .seconds(20))

        harbor.stop.close()

        let shutdown = await server.value
        try #require(
          harbor.done.entries == ["8 ferry"]
            && harbor.cancelled.entries.sorted() == ["300 tug", "90 barge"]
            && harbor.cancelled.times.allSatisfy { $0 - start == .seconds(30) },
          """
          the server is told to stop after 20 s, and two requests need more than a minute: expected \
          both to be cancelled after 30 s, neither earlier nor later
          """)
        try #require(
          shutdown.time - start == .seconds(30 + cleanUp) && shutdown.left == 0,
          """
          handlers are cancelled after 30 s and need \(cleanUp) s to stop: expected the server to \
          return then, with no task left; it returned after \(shutdown.time - start)
          """)
      }
    }
  }

  @Test func `it returns the requests that were not done in time`() async throws {
    try await bubble {
      var draw = Draw(seed: 1160)
      for _ in 1...3 {
        let harbor = Harbor()
        let server = harbor.serve(cleanUp: 1)
        let numbers = draw.numbers(6, in: 1...40) + [50, 50]
        for number in numbers { await harbor.requests.send("\(number) tug") }
        try await Task.sleep(for: .seconds(10))

        harbor.stop.close()

        let late = await server.value.late
        // A request that needs exactly 20 s may or may not be in time.
        try #require(
          late.filter { $0 != "20 tug" }
            == numbers.filter { $0 > 20 }.map { "\($0) tug" }.sorted(),
          """
          requests that need \(numbers) s are under way; the server is told to stop after 10 s: \
          expected the names of those that need more than 20 s, each as often as it was sent
          """)
      }
    }
    // A request is done at the moment when the next one is accepted.
    try await bubble {
      let requests = Channel<String>(capacity: 2)
      let stop = Channel<Void>()
      for name in ["tug", "barge"] { await requests.send(name) }
      let server = Task {
        await serve(requests.receiveOnly, until: stop.receiveOnly) { name in
          if name == "barge" { try? await Task.sleep(for: .seconds(60)) }
        }
      }
      try await Task.sleep(for: .seconds(1))

      stop.close()

      let late = await server.value
      #expect(
        late == ["barge"],
        "\"tug\" is done at once, \"barge\" needs 60 s, and the server is told to stop after 1 s")
    }
    // A name may be empty.
    try await bubble {
      let requests = Channel<String>(capacity: 4)
      let stop = Channel<Void>()
      let names = ["tug", "", "ferry", ""]
      for name in names { await requests.send(name) }
      let begun = Logbook<String>()
      let server = Task {
        await serve(requests.receiveOnly, until: stop.receiveOnly) { name in
          begun.note(name)
          try? await Task.sleep(for: .seconds(100_000))
        }
      }
      try await Task.sleep(for: .seconds(60))
      stop.close()
      let late = await server.value

      #expect(
        begun.entries.sorted() == names.sorted() && late.sorted() == names.sorted(),
        """
        the requests \(names) need more time than they have: expected each of them to be handled, \
        and the names of all four. Handled: \(begun.entries); returned: \(late)
        """)
    }
  }

  @Test func `after the stop no request is accepted`() async throws {
    try await bubble {
      for isStoppedBefore in [true, false] {
        let harbor = Harbor(room: 8)
        let start = Bubble.elapsed
        if isStoppedBefore { harbor.stop.close() }
        let server: Task<Shutdown, Never>
        if isStoppedBefore {
          for number in 1...8 { await harbor.requests.send("1 tug \(number)") }
          server = harbor.serve()
        } else {
          server = harbor.serve()
          await Bubble.settle()
          harbor.stop.close()
          for number in 1...8 { await harbor.requests.send("1 tug \(number)") }
        }

        _ = await server.value

        var rest: [String] = []
        while case .element(let request) = harbor.requests.tryReceive() { rest.append(request) }
        try #require(
          harbor.begun.entries.count <= 1 && harbor.begun.entries.count + rest.count == 8,
          """
          the server was told to stop, and eight requests are waiting: expected at most one of \
          them to be accepted, and \(harbor.begun.entries.count) were; \(rest.count) are left. A \
          select takes any case that is ready
          """)
        try #require(
          Bubble.elapsed - start <= .seconds(1),
          "expected the server to return when the last request has ended")
      }
      // During the ten seconds.
      let harbor = Harbor()
      let server = harbor.serve()
      await harbor.requests.send("6 tug")
      harbor.stop.close()
      await Bubble.settle()
      let sender = Task { await harbor.requests.send("1 ferry") }
      try await Task.sleep(for: .seconds(2))
      let request = harbor.requests.tryReceive()
      _ = await sender.value
      _ = await server.value
      #expect(
        request == .element("1 ferry") && harbor.begun.entries.last == "6 tug",
        """
        a request arrives after the stop, while another one is under way: expected it to stay in \
        the channel, for someone else
        """)
    }
    // Two servers share the requests, and only one request is there.
    try await bubble {
      let requests = Channel<String>(capacity: 1)
      let stop = Channel<Void>()
      let handled = Logbook<String>()
      let ended = Logbook<String>()
      await requests.send("tug")
      let servers = (1...2).map { _ in
        Task {
          _ = await serve(requests.receiveOnly, until: stop.receiveOnly) { handled.note($0) }
          ended.note("ended")
        }
      }
      try await Task.sleep(for: .seconds(1))
      let early = ended.entries.count
      stop.close()
      await Bubble.settle()
      let ends = ended.entries.count
      for server in servers { server.cancel() }
      for server in servers { await server.value }

      try #require(
        early == 0,
        """
        two servers take requests from the same channel. One request was there, and neither channel is \
        closed yet: expected both to wait for more requests, and \(early) returned
        """)
      try #require(
        handled.entries == ["tug"], "two servers, and one request: expected it to be handled once")
      #expect(
        ends == 2,
        """
        two servers took requests from the same channel, and then `stop` was closed: expected both to \
        return, and \(ends) did. A request that you have seen may be gone before you receive: does that \
        wait notice the stop?
        """)
    }
  }

  @Test func `the end of the requests is a stop, too`() async throws {
    try await bubble {
      let harbor = Harbor(room: 3)
      for name in ["3 tug", "99 barge", "1 ferry"] { await harbor.requests.send(name) }
      harbor.requests.close()

      let shutdown = await harbor.serve().value

      try #require(
        harbor.done.entries == ["1 ferry", "3 tug"]
          && shutdown == Shutdown(late: ["99 barge"], time: .seconds(10), left: 0),
        """
        three requests are in the channel, and it is closed: expected all three to be handled, and \
        the one that needs 99 s to be cancelled after 10 s
        """)

      let idle = Harbor()
      let server = idle.serve()
      try await Task.sleep(for: .seconds(1))
      idle.requests.close()
      let end = await server.value
      #expect(
        end == Shutdown(late: [], time: .seconds(11), left: 0),
        "no request is under way when the channel is closed: expected the server to return at once")
    }
  }

  @Test func `cancelling the caller cancels all handlers`() async throws {
    try await bubble {
      for isStopped in [false, true] {
        for cleanUp in [0, 100_000] {
          let harbor = Harbor()
          let start = Bubble.elapsed
          let server = harbor.serve(cleanUp: cleanUp)
          for name in ["60 tug", "90 barge"] { await harbor.requests.send(name) }
          try await Task.sleep(for: .seconds(2))
          if isStopped { harbor.stop.close() }
          try await Task.sleep(for: .seconds(2))

          server.cancel()

          await Bubble.settle()
          try #require(
            harbor.cancelled.entries.sorted() == ["60 tug", "90 barge"]
              && harbor.cancelled.times.allSatisfy { $0 - start == .seconds(4) },
            """
            the caller is cancelled after 4 s\(isStopped ? ", during the ten seconds" : ""): expected \
            both handlers to be cancelled at that moment. Are they children of the caller?
            """)
          let shutdown = await server.value
          try #require(
            shutdown.time - start == .seconds(4 + cleanUp) && shutdown.left == 0,
            """
            the caller is cancelled after 4 s, and its handlers need \(cleanUp) s to stop: expected \
            the call to return then, with no task left
            """)
        }
      }
      let harbor = Harbor(room: 8)
      for number in 1...8 { await harbor.requests.send("1 tug \(number)") }
      let start = Bubble.elapsed
      let tooLate = harbor.serve()
      tooLate.cancel()
      let end = await tooLate.value.time
      #expect(
        harbor.begun.entries.count <= 1 && harbor.requests.count >= 7 && end == start,
        """
        the caller was cancelled before the call: expected at most one of eight requests to be \
        accepted, and the call to return at once
        """)

      let port = Harbor()
      let began = Bubble.elapsed
      let halfDone = port.serve()
      for name in ["1 ferry", "60 tug"] { await port.requests.send(name) }
      let stopping = Task {
        try? await Task.sleep(for: .seconds(8))
        port.stop.close()
      }
      try await Task.sleep(for: .seconds(4))
      halfDone.cancel()
      _ = await halfDone.value
      #expect(
        port.cancelled.entries == ["60 tug"] && Bubble.elapsed - began == .seconds(4),
        """
        one of two requests is done after 1 s, and the caller is cancelled after 4 s: expected the other \
        handler to be cancelled then
        """)
      stopping.cancel()
      await stopping.value
    }
    // Little happens here, so that the schedules differ in how the request meets the cancellation.
    try await bubble {
      let harbor = Harbor()
      let server = harbor.serve()
      try await Task.sleep(for: .seconds(1))
      let sending = Task { await harbor.requests.send("60 tug") }
      Task { server.cancel() }
      let end = await server.value.time
      sending.cancel()

      #expect(
        end == .seconds(1),
        """
        a request comes at t = 1 s, at the moment when the caller is cancelled: if it is accepted, its \
        handler should be cancelled then, too. The call returned at \(end)
        """)
    }
  }
}
