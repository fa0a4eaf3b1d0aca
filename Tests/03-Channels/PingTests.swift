import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.1 Ping", .exercise("3.1"), .leavesNoTask)
struct PingTests {
  @Test func `ping arrives`() async throws {
    try await bubble {
      for capacity in [0, 1, 3] {
        let message = await ping(over: Channel(capacity: capacity))

        try #require(
          message == "ping",
          "expected the \"ping\" that was sent; nil means that nothing was received")
      }

      var draw = Draw(seed: 31)
      for (capacity, older) in zip([1, 2, 4], ["pong", ""] + draw.words(1)) {
        let messages = Channel<String>(capacity: capacity)
        await messages.send(older)

        let message = await ping(over: messages)

        try #require(
          message == older,
          "the message \"\(older)\" was in the channel before, so that is the next one to receive")
        try #require(
          messages.tryReceive() == .element("ping"),
          "your \"ping\" should have been sent, too, and wait in the channel for the next receiver")
      }
    }
  }

  @Test func `the message goes over the channel`() async throws {
    try await bubble {
      let messages = Channel<String>()
      // Waits first, so that it is served first.
      let bystander = Task { await messages.receive() }
      await Bubble.settle()
      let pinging = Task { await ping(over: messages) }
      try await Task.sleep(for: .seconds(100_000))

      let isAwaited = messages.trySend("pong")
      if !isAwaited { bystander.cancel() }
      let overheard = await bystander.value
      #expect(
        overheard == "ping",
        "another task waited on the channel first, so it should have received the \"ping\"")
      #expect(
        isAwaited,
        """
        another task received your \"ping\": your function should wait for the next message, even if \
        that comes a day later
        """)
      let answer = await pinging.value
      #expect(
        answer == "pong",
        "\"pong\" was the next message on the channel, so that should be returned")
    }
    // Another task takes the only place at the moment of the call, or before it, or after it.
    try await bubble {
      let messages = Channel<String>(capacity: 1)
      let pinging = Task { await ping(over: messages) }
      let other = Task { messages.trySend("pong") }
      await Bubble.settle()
      let tasks = Bubble.liveTasks
      pinging.cancel()
      let answer = await pinging.value
      let isSent = await other.value
      var all = [answer ?? "nil"]
      while case .element(let left) = messages.tryReceive() { all.append(left) }

      try #require(
        tasks == 0,
        """
        another task sent "pong" at the moment of the call, and your function still waits. Room in \
        the channel may be gone by the time you send: let another task send, and receive here
        """)
      #expect(
        all.sorted() == (isSent ? ["ping", "pong"] : ["ping"]),
        """
        another task \(isSent ? "sent" : "found no room for") "pong" at the moment of the call; one \
        message should be returned, and any other be left in the channel. Returned and left: \(all)
        """)
    }
  }

  @Test func `it does not leave its sender behind`() async throws {
    try await bubble {
      // Another task sends the same text.
      let shared = Channel<String>()
      let earlier = Task { await shared.send("ping") }
      await Bubble.settle()
      let sharing = Task { await ping(over: shared) }
      try await Task.sleep(for: .seconds(100_000))
      let own = shared.tryReceive()
      let first = await sharing.value
      _ = await earlier.value
      try #require(
        first == "ping" && own == .element("ping"),
        """
        another task was already waiting to send a "ping", and your function should return that one. \
        Your own "ping" should then still wait for a receiver; found: \(own)
        """)

      let messages = Channel<String>()
      let other = Task { await messages.send("pong") }
      await Bubble.settle()
      let pinging = Task {
        let answer = await ping(over: messages)
        return (answer, Bubble.liveTasks)
      }
      try await Task.sleep(for: .seconds(100_000))
      let sent = messages.tryReceive()

      let (answer, tasks) = await pinging.value
      #expect(
        answer == "pong",
        "another task was already waiting to send, so \"pong\" is the next message")
      #expect(
        sent == .element("ping"),
        """
        no task has received your \"ping\" for 100,000 s: its sender should still wait for a receiver, \
        and your function for the sender
        """)
      #expect(
        tasks == 1,
        "it has returned and left \(tasks - 1) of your tasks behind: who waits for the sender?")
      _ = await other.value
    }
  }

  @Test func `the same channel serves again`() async throws {
    try await bubble {
      let messages = Channel<String>(capacity: 2)
      await messages.send("pong")

      for number in 1...3 {
        let message = await ping(over: messages)

        try #require(
          message == (number == 1 ? "pong" : "ping"),
          "expected the oldest message from call \(number): \"pong\" first, then each \"ping\"")
        try #require(
          messages.count == 1 && Bubble.liveTasks == 0,
          """
          each call takes one message and sends one: after call \(number), one message should be in \
          the channel, and no task of yours should be left. Messages: \(messages.count); tasks: \
          \(Bubble.liveTasks)
          """)
      }
    }
  }

  @Test func `cancelling the caller ends the wait`() async throws {
    try await bubble {
      let messages = Channel<String>()
      let bystander = Task { await messages.receive() }
      await Bubble.settle()
      let pinging = Task { await ping(over: messages) }
      await Bubble.settle()
      pinging.cancel()

      let answer = await pinging.value
      bystander.cancel()
      let overheard = await bystander.value
      #expect(
        answer == nil && overheard == "ping",
        """
        your \"ping\" should go to another task, which waited first. Then the caller is cancelled, \
        while your function waits: expected nil
        """)

      for capacity in [0, 2] {
        let messages = Channel<String>(capacity: capacity)
        let early = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          let before = Bubble.liveTasks
          _ = await ping(over: messages)
          return Bubble.liveTasks - before
        }
        await Bubble.settle()
        _ = messages.tryReceive()  // A "ping" may still wait for its receiver.

        let left = await early.value
        try #require(
          left == 0,
          """
          the caller was cancelled before the call, and your function returned while \
          \(left == 1 ? "a task" : "\(left) tasks") of yours had not ended: wait for the sender on \
          every way out, even if you have cancelled it
          """)
      }
    }
  }
}
