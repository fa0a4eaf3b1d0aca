import Bubble
import Channels
import Testing

@Suite("which case a select chooses") struct SelectChoiceTests {
  @Test func `the same schedule chooses the same case, wherever the channels are in memory`() async
  {
    let exploration = await explore(.these(Array(repeating: .random(seed: 5), count: 300))) {
      let channels = await withTaskGroup(of: (Int, Channel<Int>).self) { group in
        for number in 0..<4 {
          group.addTask {
            let channel = Channel<Int>(capacity: 1)
            await channel.send(number)
            return (number, channel)
          }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
      }
      Bubble.note(
        outcome: await select { for channel in channels { Receive(from: channel) } } ?? -1)
    }

    #expect(exploration.outcomes.count == 1)
    #expect(exploration.outcomes.values.first == 300)
  }

  @Test func `all schedules choose each of the ready cases once`() async {
    for _ in 0..<10 {
      let exploration = await explore(.exhaustive()) {
        var channels: [Channel<Int>] = []
        var cargo: [[Int]] = []
        for number in 0..<6 {
          cargo.append(Array(repeating: 1, count: 3 + 2 * number))
          let channel = Channel<Int>(capacity: 1)
          await channel.send(number)
          channels.append(channel)
        }
        let chosen = await select { for channel in channels { Receive(from: channel) } }
        Bubble.note(outcome: chosen ?? -1)
        _ = cargo
      }

      #expect(exploration.isExhaustive)
      #expect(exploration.schedules == 6)
      #expect(
        exploration.outcomes == Dictionary(uniqueKeysWithValues: (0..<6).map { ("\($0)", 1) }))
    }
  }

  @Test(arguments: [0, 1])
  func `all schedules choose each of two sends that wait at one channel`(capacity: Int) async {
    let exploration = await explore(.exhaustive()) {
      let channel = Channel<Int>(capacity: capacity)
      if capacity > 0 { await channel.send(0) }
      let sending = Task {
        await select {
          Send(1, to: channel) { 1 }
          Send(2, to: channel) { 2 }
        }
      }
      await Bubble.settle()
      var received = 0
      for _ in 0...capacity { received = await channel.receive() ?? -1 }
      let sent = await sending.value
      #expect(sent == received)
      #expect(channel.lines == Lines())
      Bubble.note(outcome: sent)
    }

    #expect(exploration.failure == nil)
    #expect(exploration.isExhaustive)
    #expect(exploration.outcomes.keys.sorted() == ["1", "2"])
    #expect(exploration.outcomes["1"] == exploration.outcomes["2"])
  }

  @Test func `all schedules choose each of three receives that wait at one channel`() async {
    let exploration = await explore(.exhaustive()) {
      let (arrivals, other) = (Channel<Int>(), Channel<Int>())
      let watch = Task {
        await select {
          Receive(from: arrivals) { "first \($0 ?? -1)" }
          Receive(from: other) { _ in "other" }
          Receive(from: arrivals) { "second \($0 ?? -1)" }
          Send(8, to: arrivals) { "sent" }
          Receive(from: arrivals.receiveOnly) { "third \($0 ?? -1)" }
        }
      }
      await Bubble.settle()
      await arrivals.send(7)
      Bubble.note(outcome: await watch.value)
      #expect(arrivals.lines == Lines() && other.lines == Lines())
    }

    #expect(exploration.failure == nil)
    #expect(exploration.isExhaustive)
    #expect(exploration.outcomes == ["first 7": 1, "second 7": 1, "third 7": 1])
  }

  @Test func `all schedules choose each of the receives of a loop that a close ends`() async {
    let exploration = await explore(.exhaustive()) {
      let arrivals = Channel<Int>()
      let watch = Task {
        await select { for number in 0..<4 { Receive(from: arrivals) { (number, $0) } } }
      }
      await Bubble.settle()
      arrivals.close()
      let (number, ship) = await watch.value
      #expect(ship == nil)
      Bubble.note(outcome: number)
    }

    #expect(exploration.failure == nil)
    #expect(exploration.isExhaustive)
    #expect(exploration.outcomes == ["0": 1, "1": 1, "2": 1, "3": 1])
  }

  @Test func `all schedules choose among the cases of each channel by itself`() async {
    let exploration = await explore(.exhaustive()) {
      let (ships, trains) = (Channel<Int>(), Channel<Int>())
      func watch() -> Task<String, Never> {
        Task {
          await select {
            Receive(from: ships) { _ in "ship 1" }
            Receive(from: trains) { _ in "train 1" }
            Receive(from: ships) { _ in "ship 2" }
            Receive(from: trains) { _ in "train 2" }
          }
        }
      }
      let first = watch()
      await Bubble.settle()
      await ships.send(1)
      let second = watch()
      await Bubble.settle()
      await trains.send(1)
      Bubble.note(outcome: "\(await first.value), \(await second.value)")
    }

    #expect(exploration.isExhaustive)
    #expect(
      exploration.outcomes.keys.sorted() == [
        "ship 1, train 1", "ship 1, train 2", "ship 2, train 1", "ship 2, train 2",
      ])
  }

  @Test func `a seed chooses the same of two cases at one channel each time`() async {
    let exploration = await explore(.these(Array(repeating: .random(seed: 3), count: 100))) {
      let channels = (0..<8).map { _ in Channel<Int>() }
      let watch = Task {
        await select {
          for (number, channel) in (channels + channels).enumerated() {
            Receive(from: channel) { _ in number }
          }
        }
      }
      await Bubble.settle()
      await channels[5].send(1)
      Bubble.note(outcome: await watch.value)
    }

    #expect(exploration.outcomes.count == 1)
  }

  @Test(arguments: TestEnvironment.allCases)
  func `each of two cases that wait at one channel is chosen about equally often`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run(.count(5)) {
      let channel = Channel<Int>()
      var heads = 0
      for _ in 0..<1000 {
        let toss = Task {
          await select {
            Receive(from: channel) { _ in 1 }
            Receive(from: channel) { _ in 0 }
          }
        }
        await settle { channel.lines.receivers > 0 }
        await channel.send(1)
        heads += await toss.value
      }
      // Nine standard deviations around 500.
      #expect(heads > 358 && heads < 642)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [true, false])
  func `a select with two cases at one channel is served once, in order of arrival`(
    environment: TestEnvironment, comesFirst: Bool
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>()
      func twice() -> Task<Int?, Never> {
        Task {
          await select {
            Receive(from: channel)
            Receive(from: channel)
          }
        }
      }
      func once() -> Task<Int?, Never> { Task { await channel.receive() } }
      let first = comesFirst ? twice() : once()
      await settle { channel.lines.receivers > 0 }
      let before = channel.lines.receivers
      let second = comesFirst ? once() : twice()
      await settle { channel.lines.receivers > before }

      await channel.send(1)
      await channel.send(2)

      #expect(await first.value == 1)
      #expect(await second.value == 2)
      #expect(channel.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `cancelling a select with two cases at one channel gives the first case nil`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>()
      let watch = Task {
        await select {
          Send(1, to: Channel<Int>?.none) { (0, Int?.none) }
          Receive(from: channel) { (1, $0) }
          Receive(from: channel) { (2, $0) }
        }
      }
      await settle { channel.lines.receivers > 0 }

      watch.cancel()

      #expect(await watch.value == (1, nil))
      #expect(channel.lines == Lines())
    }
  }
}
