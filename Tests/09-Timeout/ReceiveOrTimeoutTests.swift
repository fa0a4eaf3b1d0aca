import Bubble
import Channels
import Chapter09Timeout
import CourseTesting
import Testing

@Suite("9.1 Receive or time out", .exercise("9.1"), .leavesNoTask)
struct ReceiveOrTimeoutTests {
  @Test func `a crate in time is returned when it comes`() async throws {
    try await bubble {
      var draw = Draw(seed: 91)
      // The last one is longer than a day.
      let delays = [
        1_234, draw.number(in: 1...9_999), draw.number(in: 100_000_000...200_000_000),
      ]
      for (name, delay) in zip(["tea", ""] + draw.words(1), delays.map(Duration.milliseconds)) {
        let crates = Channel<String>()
        let begin = Bubble.elapsed
        let ship = Task {
          try? await Task.sleep(for: delay)
          await crates.send(name)
        }

        let crate = await receive(from: crates, within: delay + .milliseconds(300))
        let time = Bubble.elapsed - begin

        try #require(
          crate == name,
          "\"\(name)\" came after \(delay), which is 0.3 s before the limit; it should be returned")
        try #require(
          time == delay,
          """
          your function should return when the crate comes, not earlier, and not only when the \
          limit has passed
          """)
        ship.cancel()
        await ship.value
      }
    }
  }

  @Test func `without a crate it gives up after the limit`() async throws {
    try await bubble {
      var draw = Draw(seed: 191)
      for limit in [
        2_000, 400, draw.number(in: 1...9_999), draw.number(in: 100_000_000...200_000_000),
      ] {
        let crates = Channel<String>()
        let begin = Bubble.elapsed

        let crate = await receive(from: crates, within: .milliseconds(limit))

        try #require(crate == nil, "nobody sent a crate")
        try #require(
          Bubble.elapsed - begin == .milliseconds(limit),
          "your function should wait for the limit of \(limit) ms, and no longer")
      }
    }
    // Two calls at the same time, and one crate: the other call gives up after the limit.
    try await bubble {
      for arrival in [0, 2] {
        let crates = Channel<String>(capacity: 1)
        let begin = Bubble.elapsed
        let ship = Task {
          if arrival > 0 { try? await Task.sleep(for: .seconds(arrival)) }
          await crates.send("tea")
        }
        if arrival == 0 { await ship.value }
        let calls = (1...2).map { _ in
          Task { (await receive(from: crates, within: .seconds(2)), Bubble.elapsed - begin) }
        }
        try await Task.sleep(for: .seconds(9))
        crates.close()  // Ends a call that still waits.
        var found = 0
        for call in calls {
          let (crate, time) = await call.value
          if crate != nil { found += 1 }
          try #require(
            time == .seconds(crate == nil ? 2 : arrival),
            """
            two tasks call your function on the same channel, with a limit of 2 s, and one crate \
            comes after \(arrival) s. A call that gets it should return it then; a call that gets \
            none should return `nil` after 2 s. A call returned \(crate ?? "nil") after \(time). A \
            crate that you have seen may go to another task before you take it
            """)
        }
        let left = crates.tryReceive() == .element("tea") ? 1 : 0
        try #require(
          found + left == 1 && (arrival > 0 || found == 1),
          "two calls and one crate: expected it to be returned once; \(found) calls returned one")
        await ship.value
      }
    }
  }

  @Test func `nothing is left when it returns`() async throws {
    try await bubble {
      let crates = Channel<String>(capacity: 2)
      await crates.send("tea")

      let crate = await receive(from: crates, within: .seconds(60))
      let tasksAfterCrate = Bubble.liveTasks
      try #require(
        crate == "tea" && Bubble.elapsed == .zero,
        "a crate was in the channel, so it should be returned at once")
      try #require(
        tasksAfterCrate == 0,
        """
        your function has returned a crate, and tasks that it started are still alive: \
        \(tasksAfterCrate). Cancelling is a request: who waits until they have ended?
        """
      )

      let none = await receive(from: crates, within: .seconds(1))
      let tasksAfterLimit = Bubble.liveTasks
      try #require(
        none == nil && Bubble.elapsed == .seconds(1),
        "the channel is empty now: your function should give up after the limit of 1 s")
      try #require(
        tasksAfterLimit == 0,
        """
        the limit has passed, and tasks that your function started are still alive: \
        \(tasksAfterLimit). Cancelling is a request: who waits until they have ended?
        """)
    }
  }

  @Test func `a crate that comes too late is left for others`() async throws {
    try await bubble {
      let crates = Channel<String>()

      let crate = await receive(from: crates, within: .seconds(1))
      await Bubble.settle()

      try #require(
        crate == nil && Bubble.elapsed == .seconds(1), "nobody sent a crate within the limit of 1 s"
      )
      #expect(
        !crates.trySend("tea"),
        "a crate that came after the limit was taken: who still waits on the channel?"
      )
      #expect(
        crates.tryReceive() == .nothing, "the channel belongs to others, too: leave it open")
    }
  }

  @Test func `a crate at the last moment is returned or left`() async throws {
    try await bubble {
      for isCancelled in [false, true] {
        let crates = Channel<String>()
        let begin = Bubble.elapsed
        let ship = Task {
          try? await Task.sleep(for: .seconds(2))
          await crates.send("tea")
        }
        let receiving = Task {
          await receive(from: crates, within: .seconds(isCancelled ? 5 : 2))
        }
        if isCancelled {
          try await Task.sleep(for: .seconds(2))
          receiving.cancel()
        }

        let crate = await receiving.value
        let time = Bubble.elapsed - begin
        await Bubble.settle()
        let left = crates.tryReceive()
        await ship.value

        let moment = isCancelled ? "caller is cancelled" : "limit passes"
        try #require(time == .seconds(2), "the \(moment) at t = 2 s, and the crate comes then, too")
        try #require(
          (crate == "tea") != (left == .element("tea")),
          """
          the crate came at the moment when the \(moment): return it, or leave it in the channel; \
          did your code take it and then ignore it?
          """)
      }
    }
  }

  @Test func `a closed channel ends the wait`() async throws {
    try await bubble {
      let crates = Channel<String>()
      let ship = Task {
        try? await Task.sleep(for: .seconds(1))
        crates.close()
      }

      let crate = await receive(from: crates, within: .seconds(5))

      #expect(crate == nil, "the channel was closed without a crate")
      #expect(
        Bubble.elapsed == .seconds(1),
        "the channel was closed at t = 1 s, so no crate can come: your function should return then")
      await ship.value
    }
  }

  @Test func `cancelling the caller ends the wait`() async throws {
    try await bubble {
      let crates = Channel<String>()
      let receiving = Task {
        let crate = await receive(from: crates, within: .seconds(5))
        return (crate, Bubble.elapsed)
      }

      try? await Task.sleep(for: .seconds(1))
      receiving.cancel()
      let (crate, time) = await receiving.value

      #expect(crate == nil, "nobody sent a crate")
      #expect(
        time == .seconds(1),
        "the caller was cancelled at t = 1 s: your function should wait until then, and no longer")

      let begin = Bubble.elapsed
      let early = Task { await receive(from: Channel(), within: .seconds(60)) }
      early.cancel()
      let nothing = await early.value
      #expect(
        nothing == nil && Bubble.elapsed == begin,
        "the caller was cancelled before the call, and no crate is there: expected `nil` at once")
    }
  }
}
