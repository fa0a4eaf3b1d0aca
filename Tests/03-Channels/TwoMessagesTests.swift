import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.2 Two messages", .exercise("3.2"), .leavesNoTask)
struct TwoMessagesTests {
  @Test func `both words arrive in order`() async throws {
    try await bubble {
      var draw = Draw(seed: 32)
      for capacity in [0, 1, 2, 0] {
        let words = draw.words(2)
        let sentence = await sayInTwoMessages(
          words[0], words[1], over: Channel(capacity: capacity))

        try #require(
          sentence == "\(words[0]) \(words[1])",
          """
          expected \"\(words[0])\", a space and \"\(words[1])\", in this order; who decides which of \
          two tasks sends first?
          """)
      }

      for words in [["", "Ahoy"], ["Ahoy", ""], ["", ""], ["Ahoy", "Ahoy"]] {
        let sentence = await sayInTwoMessages(words[0], words[1], over: Channel())
        try #require(
          sentence == "\(words[0]) \(words[1])",
          "the words are \(words): expected them joined by a space, and got \"\(sentence)\"")
      }

      // Room for one message, and it is taken.
      let messages = Channel<String>(capacity: 1)
      await messages.send("Earlier")
      let sentence = await sayInTwoMessages("Hello", "World", over: messages)
      try #require(
        sentence == "Earlier Hello" && messages.tryReceive() == .element("World"),
        """
        \"Earlier\" was in the channel before: expected \"Earlier Hello\", and \"World\" left in the \
        channel; got \"\(sentence)\"
        """)

      // Room for two messages, and both places are taken.
      let full = Channel<String>(capacity: 2)
      for older in ["First", "Second"] { await full.send(older) }
      let olderWords = await sayInTwoMessages("Hello", "World", over: full)
      let rest = [full.tryReceive(), full.tryReceive()]
      try #require(
        olderWords == "First Second" && rest == [.element("Hello"), .element("World")],
        """
        \"First\" and \"Second\" filled the channel before: these two should be returned, and your two \
        words should be left there
        """)
    }
    // Another task takes a place at the moment of the call, or before it, or after it.
    try await bubble {
      let messages = Channel<String>(capacity: 2)
      let saying = Task { await sayInTwoMessages("Hello", "World", over: messages) }
      let other = Task { messages.trySend("Aside") }
      await Bubble.settle()
      let tasks = Bubble.liveTasks
      if tasks > 0 { _ = messages.tryReceive() }
      let sentence = await saying.value
      let isSent = await other.value
      var all = [sentence]
      while case .element(let left) = messages.tryReceive() { all.append(left) }

      try #require(
        tasks == 0,
        """
        another task sent "Aside" at the moment of the call, and your function still waits. Room in \
        the channel may be gone by the time you send: let another task send, and receive here
        """)
      let threeMessages = [
        ["Aside Hello", "World"], ["Hello Aside", "World"], ["Hello World", "Aside"],
      ]
      #expect(
        isSent ? threeMessages.contains(all) : all == ["Hello World"],
        """
        another task \(isSent ? "sent" : "found no room for") "Aside" at the moment of the call; the \
        next two messages should be returned, and any other be left in the channel. Returned: \
        "\(sentence)", left: \(all.dropFirst())
        """)
    }
  }

  @Test func `each word is a message of its own`() async throws {
    try await bubble {
      var draw = Draw(seed: 132)
      for (older, word) in zip(["Earlier", "", "Earlier"], ["Hello"] + draw.words(2)) {
        let messages = Channel<String>(capacity: 3)
        await messages.send(older)

        let sentence = await sayInTwoMessages("Hello", word, over: messages)
        let tasks = Bubble.liveTasks

        try #require(
          sentence == "\(older) Hello",
          "the message \"\(older)\" was in the channel before: expected that, and then \"Hello\"")
        try #require(
          messages.tryReceive() == .element(word),
          "the third message, \"\(word)\", should be in the channel when the call returns")
        try #require(
          tasks == 0,
          "it has returned and left \(tasks) of your tasks behind: who waits for the sender?")
      }
    }
  }

  @Test func `it does not leave its sender behind`() async throws {
    try await bubble {
      let messages = Channel<String>()
      let other = Task { await messages.send("Earlier") }
      await Bubble.settle()
      let saying = Task { await sayInTwoMessages("Hello", "World", over: messages) }
      try await Task.sleep(for: .seconds(100_000))
      let left = messages.tryReceive()

      let sentence = await saying.value
      #expect(
        sentence == "Earlier Hello",
        "another task was already waiting to send \"Earlier\": expected that, and then \"Hello\"")
      #expect(
        left == .element("World"),
        """
        \"World\" is the third message, and no task has received it for 100,000 s: its sender should \
        still wait
        """)
      _ = await other.value
    }
  }

  @Test func `the same channel serves again`() async throws {
    try await bubble {
      let messages = Channel<String>(capacity: 1)

      let morning = await sayInTwoMessages("Good", "morning", over: messages)
      await messages.send("Very")
      let night = await sayInTwoMessages("good", "night", over: messages)

      #expect(morning == "Good morning", "expected the words of the first call")
      #expect(
        night == "Very good", "\"Very\" was sent before the second call: expected \"Very good\"")
      #expect(
        messages.tryReceive() == .element("night"),
        "\"night\", the second word of the second call, should be left in the channel")
    }
  }
}
