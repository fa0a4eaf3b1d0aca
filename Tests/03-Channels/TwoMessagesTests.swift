import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.2 Two messages", .exercise("3.2"))
struct TwoMessagesTests {
  @Test func `both words arrive in order`() async throws {
    try await bubble {
      let messages = Channel<String>()

      let sentence = await sayInTwoMessages("Hello", "World", over: messages)

      #expect(
        sentence == "Hello World",
        "expected the first word first; who decides which of two tasks sends first?")
    }
  }

  @Test func `each word is a message of its own`() async throws {
    try await bubble {
      let messages = Channel<String>(capacity: 3)
      await messages.send("Earlier")

      let sentence = await sayInTwoMessages("Hello", "World", over: messages)
      await Bubble.settle()

      #expect(
        sentence == "Earlier Hello",
        "one message lay in the channel before; the next two on it are that one and \"Hello\"")
      #expect(
        messages.tryReceive() == .element("World"),
        "the third message, \"World\", should still lie in the channel")
    }
  }

  @Test func `the same channel serves again`() async throws {
    try await bubble {
      let messages = Channel<String>(capacity: 1)

      let morning = await sayInTwoMessages("Good", "morning", over: messages)
      let night = await sayInTwoMessages("Good", "night", over: messages)

      #expect(morning == "Good morning", "expected the words of the first call")
      #expect(night == "Good night", "expected the words of the second call on the same channel")
    }
  }
}
