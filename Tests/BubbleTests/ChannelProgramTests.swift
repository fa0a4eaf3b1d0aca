import Bubble
import Channels
import Testing

@Suite("programs of channels in virtual time") struct ChannelProgramTests {
  /// As in Go's `testing/synctest`: every task of the chain belongs to the bubble.
  @Test func `a chain of a hundred tasks over channels hands a value on`() async throws {
    try await bubble(.count(10)) {
      let first = Channel<Int>()
      var last = first
      for _ in 0..<100 {
        let (input, output) = (last, Channel<Int>())
        Task {
          let value = await input.receive() ?? 0
          await output.send(value + 1)
        }
        last = output
      }
      await first.send(0)

      #expect(await last.receive() == 100)
      #expect(Bubble.startedTasks == 100)
      #expect(Bubble.elapsed == .zero)
    }
  }

  @Test func `a wait group of sleepers takes exactly one second`() async throws {
    try await bubble(.count(10)) {
      let ships = WaitGroup()
      for _ in 0..<10 {
        ships.add()
        Task {
          try? await Task.sleep(for: .seconds(1))
          ships.done()
        }
      }
      await ships.wait()

      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `a ticker ticks at equal intervals of virtual time`() async throws {
    try await bubble(.count(5)) {
      let tide = Ticker(every: .seconds(2))
      var moments: [Duration] = []
      for await _ in tide.ticks {
        moments.append(Bubble.elapsed)
        if moments.count == 3 { break }
      }
      tide.stop()

      #expect(moments == [.seconds(2), .seconds(4), .seconds(6)])
    }
  }

  @Test func `a ticker that nobody stopped does not keep the bubble alive`() async throws {
    let exploration = try await bubble(.count(5)) {
      let tide = Ticker(every: .seconds(1))
      _ = await tide.ticks.receive()
    }

    #expect(exploration.duration == .seconds(1))
  }

  @Test func `a ticker that was stopped does not move time`() async throws {
    let exploration = await explore(.count(5)) {
      let tide = Ticker(every: .seconds(1))
      tide.stop()
      _ = await tide.ticks.receive()
    }

    #expect(exploration.failure?.verdict == .deadlocked)
    #expect(exploration.failure?.time == .zero)
  }

  @Test func `a deadlock beside a ticker is stuck, as nothing else happens`() async {
    let exploration = await explore(.count(5)) {
      let tide = Ticker(every: .seconds(1))
      _ = await Channel<Int>().receive()
      tide.stop()
    }

    #expect(exploration.failure?.verdict == .stuck)
    #expect(
      exploration.failure?.message.contains("10000 pauses in a row in which nothing else happened")
        == true)
  }
}
