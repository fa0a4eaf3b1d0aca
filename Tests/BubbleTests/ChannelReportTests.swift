import Bubble
import Channels
import Synchronization
import Testing

@Suite("reports about channels") struct ChannelReportTests {
  @Test func `a deadlock lists each waiting task with its operation and the lines`() async throws {
    let line = #line
    let exploration = await explore {
      let jobs = Channel<Int>()
      let worker = Task(name: "worker") {
        for await _ in jobs {}
      }
      await jobs.send(1)
      try await Task.sleep(for: .seconds(2))
      await worker.value
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .deadlocked)
    #expect(
      failure.message == """
        deadlock at t = 2 s: 2 tasks wait and nothing can wake them
          the test waits at ChannelReportTests.swift:\(line + 8) for the end of task "worker", since t = 2 s
          task "worker", started at ChannelReportTests.swift:\(line + 3), waits to receive in a for \
        await loop at ChannelReportTests.swift:\(line + 4) on the channel made at \
        ChannelReportTests.swift:\(line + 2), since t = 0 s; the test, the last to send on it, waits \
        as well
        look at: what should end the wait at ChannelReportTests.swift:\(line + 4): another value, a \
        close, or a cancellation?
        """)
  }

  @Test func `an async let that waits is in the list`() async {
    let exploration = await explore {
      let berths = Channel<Int>()
      async let ship = berths.receive()
      _ = await ship
    }

    #expect(exploration.failure?.message.contains("2 tasks wait") == true)
    #expect(exploration.failure?.message.contains("waits to receive") == true)
  }

  @Test func `a send without a receiver names the channel and where it was made`() async throws {
    let line = #line
    let exploration = await explore {
      let berths = Channel<Int>(capacity: 1)
      await berths.send(1)
      await berths.send(2)
    }

    #expect(
      exploration.failure?.message == """
        deadlock at t = 0 s: 1 task waits and nothing can wake it
          the test waits to send at ChannelReportTests.swift:\(line + 4) on the channel made at \
        ChannelReportTests.swift:\(line + 2), since t = 0 s; no one has received from it
        look at: what should end the wait at ChannelReportTests.swift:\(line + 4): a receiver, a free \
        place, or a cancellation?
        """)
  }

  @Test func `a wait group that nobody finishes asks for the missing done`() async {
    let exploration = await explore {
      let ships = WaitGroup()
      ships.add()
      await ships.wait()
    }

    let message = exploration.failure?.message ?? ""
    #expect(message.contains("for the wait group made at ChannelReportTests.swift"))
    #expect(message.contains("call done(), on every way out?"))
  }

  @Test func `a select without a case that can happen says so`() async {
    let exploration = await explore {
      await select { Receive(from: Channel<Int>?.none) { _ in } }
    }

    #expect(exploration.failure?.message.contains("no case that can become ready") == true)
  }

  @Test func `a select with a time limit takes virtual time`() async throws {
    try await bubble {
      let berths = Channel<Int>()
      let result = await select {
        Receive(from: berths) { _ in "ship" }
        After(.seconds(3)) { "nothing" }
      }

      #expect(result == "nothing")
      #expect(Bubble.elapsed == .seconds(3))
    }
  }

  @Test func `a stuck task is named with its last operation on a channel`() async {
    let line = #line
    let exploration = await explore(.these([.firstInFirstOut])) {
      let channel = Channel<Int>(capacity: 1)
      let task = Task { while true { _ = channel.tryReceive(); await channel.send(1) } }
      await task.value
    }

    let message = exploration.failure?.message ?? ""
    #expect(exploration.failure?.verdict == .stuck)
    #expect(
      message.contains(
        """
        task 2, started at ChannelReportTests.swift:\(line + 3), was running at \
        ChannelReportTests.swift:\(line + 3) (last operation: send at ChannelReportTests.swift:\(line + 3))
        """))
  }

  @Test func `a misuse is a failure with the words of the trap, and the process lives`() async {
    let line = #line
    let exploration = await explore {
      let jobs = Channel<Int>()
      jobs.close()
      await jobs.send(3)
      jobs.close()
      WaitGroup().done()
    }

    #expect(exploration.failure?.verdict == .wrong)
    #expect(
      exploration.failure?.message == """
        send on closed channel at ChannelReportTests.swift:\(line + 4), t = 0 s
        close of closed channel at ChannelReportTests.swift:\(line + 5), t = 0 s
        negative WaitGroup counter at ChannelReportTests.swift:\(line + 6), t = 0 s
        look at: who closed the channel while others still send?
        """)
  }

  @Test func `a channel kept from one run to another is reported with both places`() async {
    let kept = Kept()
    let exploration = await explore(.count(2)) {
      let channel = kept.channel
      await channel.send(1)
      _ = await channel.receive()
    }

    let message = exploration.failure?.message ?? ""
    #expect(message.contains("channel made in another run at"))
    #expect(message.contains("look at: a global or a static property is made once, for all runs"))
    #expect(message.contains("is used here at"))
  }

  @Test func `a channel from outside the bubble works inside`() async throws {
    let channel = Channel<Int>(capacity: 1)
    try await bubble {
      await channel.send(1)
      #expect(await channel.receive() == 1)
    }
  }

  @Test func `the trace shows the operations with their values`() async throws {
    let exploration = await explore {
      let berths = Channel<Int>()
      let ship = Task { await berths.send(7) }
      _ = await berths.receive()
      _ = await ship.value
      await berths.send(8)
    }

    let events = try #require(exploration.failure?.trace.events)
    #expect(events.contains { $0.kind == .send && $0.value == "7" && $0.task == 2 })
    #expect(events.contains { $0.kind == .receive && $0.value == "7" && $0.task == 1 })
    #expect(events.last?.kind == .wait)
  }
}

/// A channel made at first use, so in the first run.
private final class Kept: Sendable {
  private let made = Mutex<Channel<Int>?>(nil)

  var channel: Channel<Int> {
    made.withLock { made in
      let channel = made ?? Channel<Int>(capacity: 1)
      made = channel
      return channel
    }
  }
}
