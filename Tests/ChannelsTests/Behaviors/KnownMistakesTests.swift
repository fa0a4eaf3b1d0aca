import Bubble
import Channels
import Testing

/// What the best-known package with Go's channels for Swift gets wrong, each a test of its own.
@Suite("mistakes of others") struct KnownMistakesTests {
  @Test(arguments: TestEnvironment.allCases, [1, 10])
  func `a send wakes a select that waits at an empty buffered channel`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>(capacity: capacity)
      let waiting = Task {
        await select {
          Receive(from: channel)
          Receive(from: Channel<Int>())
        }
      }
      await settle { channel.lines == Lines(receivers: 1) }

      await channel.send(7)

      #expect(await waiting.value == 7)
      #expect(channel.count == 0)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1])
  func `two selects that wait at one channel get one element each, in turn`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>(capacity: capacity)
      let other = Channel<Int>()
      var waiting: [Task<Int?, Never>] = []
      for number in 1...2 {
        waiting.append(
          Task {
            await select {
              Receive(from: other)
              Receive(from: channel)
            }
          })
        await settle { channel.lines.receivers + other.lines.receivers == 2 * number }
      }

      await channel.send(1)
      await channel.send(2)

      #expect(await waiting[0].value == 1)
      #expect(await waiting[1].value == 2)
      #expect(other.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `the send of a select meets the receive of another select`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let (channel, other) = (Channel<Int>(), Channel<Int>())
        let sending = Task {
          await select {
            Receive(from: other) { _ in "received" }
            Send(7, to: channel) { "sent" }
          }
        }
        let received = await select {
          Receive(from: channel)
          Receive(from: other)
        }
        #expect(received == 7)
        #expect(await sending.value == "sent")
        #expect(other.lines == Lines())
      }
    }
  }

  @Test(arguments: [0, 1])
  func `close while a sender waits is a misuse, and nobody is left waiting`(
    capacity: Int
  ) async throws {
    let goodRuns = Tally()
    let exploration = await explore {
      let channel = Channel<Int>(capacity: capacity)
      for element in 0..<capacity { await channel.send(element) }
      let waiting = Task { await channel.send(-1) }
      await Bubble.settle()

      channel.close()

      let isTaken = await waiting.value
      let received = await channel.reduce(into: []) { $0.append($1) }
      if !isTaken, received == Array(0..<capacity) { goodRuns.add() }
    }
    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .wrong)
    #expect(failure.message.contains("send on closed channel"))
    #expect(exploration.failures == exploration.schedules)
    #expect(goodRuns.count >= exploration.schedules)
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1])
  func `a cancelled receiver does not swallow the next element`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>(capacity: capacity)
      let first = Task { await channel.receive() }
      await settle { channel.lines == Lines(receivers: 1) }
      let second = Task { await channel.receive() }
      await settle { channel.lines == Lines(receivers: 2) }

      first.cancel()
      #expect(await first.value == nil)
      await channel.send(7)

      #expect(await second.value == 7)
    }
  }
}
