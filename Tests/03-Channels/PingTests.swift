import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.1 Ping", .exercise("3.1"), .leavesNoTask)
struct PingTests {
  @Test func `ping arrives`() async throws {
    try await bubble {
      let messages = Channel<String>()

      let message = await ping(over: messages)

      #expect(
        message == "ping",
        "expected the \"ping\" that was sent; nil says that nothing was received")
    }
  }

  @Test func `the message goes over the channel`() async throws {
    try await bubble {
      let messages = Channel<String>()
      // Waits first, so that it is served first.
      let bystander = Task { await messages.receive() }
      await Bubble.settle()
      let pinging = Task { await ping(over: messages) }
      await Bubble.settle()

      let isAwaited = messages.trySend("pong")
      if !isAwaited { bystander.cancel() }
      let overheard = await bystander.value
      #expect(
        overheard == "ping",
        "another task waited on the channel first, so it should have received the \"ping\"")
      #expect(
        isAwaited,
        "after its \"ping\" was received elsewhere, it should wait for the next message")
      let answer = await pinging.value
      #expect(
        answer == "pong",
        "\"pong\" was the next message on the channel, so that should be returned")
    }
  }

  @Test func `the same channel serves again`() async throws {
    try await bubble {
      let messages = Channel<String>(capacity: 1)

      for number in 1...3 {
        let message = await ping(over: messages)

        #expect(message == "ping", "expected a \"ping\" from call \(number) on the same channel")
        #expect(messages.count == 0, "call \(number) left a message behind in the buffer")
      }
    }
  }
}
