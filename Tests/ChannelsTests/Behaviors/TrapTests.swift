import Channels
import Testing

/// Misuse outside a bubble ends the process, with Go's words where Go has them.
@Suite("traps") struct TrapTests {
  /// The output of a process that must have failed.
  private func expectWords(
    _ words: String, in result: ExitTest.Result?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = try #require(result, sourceLocation: sourceLocation).standardErrorContent
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains(": \(words)"), sourceLocation: sourceLocation)
  }

  @Test func `send on a closed channel`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>(capacity: 1)
      channel.close()
      await channel.send(1)
    }
    try expectWords("send on closed channel", in: result)
  }

  @Test func `a send that must not wait on a closed channel`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>()
      channel.close()
      _ = channel.trySend(1)
    }
    try expectWords("send on closed channel", in: result)
  }

  @Test func `a select that chooses to send on a closed channel`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>(capacity: 1)
      channel.close()
      await select {
        Send(1, to: channel)
        Receive(from: Channel<Int>()) { _ in }
      }
    }
    try expectWords("send on closed channel", in: result)
  }

  @Test func `close while a sender waits`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>()
      let sender = Task { _ = await channel.send(1) }
      await settle { channel.lines == Lines(senders: 1) }
      channel.close()
      await sender.value
    }
    try expectWords("send on closed channel", in: result)
  }

  @Test func `close while the send of a select waits`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>()
      let sender = Task { await select { Send(1, to: channel) } }
      await settle { channel.lines == Lines(senders: 1) }
      channel.close()
      await sender.value
    }
    try expectWords("send on closed channel", in: result)
  }

  @Test func `close of a closed channel`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let channel = Channel<Int>()
      channel.close()
      channel.close()
    }
    try expectWords("close of closed channel", in: result)
  }

  @Test func `a wait group below zero`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let group = WaitGroup()
      group.add(1)
      group.add(-2)
    }
    try expectWords("negative WaitGroup counter", in: result)
  }

  @Test func `a negative capacity`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Channel<Int>(capacity: -1)
    }
    try expectWords("channel capacity is negative: -1", in: result)
  }

  @Test func `a ticker without an interval`() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Ticker(every: .zero)
    }
    try expectWords("ticker interval is not positive: 0.0 seconds", in: result)
  }
}
