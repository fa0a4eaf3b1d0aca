import Bubble
import Channels
import Testing

@Suite("a select") struct SelectTests {
  @Test func `nothing but nil cases waits for ever, in a bubble`() async {
    let exploration = await explore {
      await select {
        Receive(from: Channel<Int>?.none) { _ in }
        Send(1, to: Channel<Int>?.none) {}
      }
    }
    #expect(exploration.failure?.verdict == .deadlocked)
  }

  @Test func `nothing but nil cases waits for ever, on the pool, even when cancelled`() async {
    let ends = Tally()
    // Nobody waits for it: it never ends, and what waits for ever costs nothing.
    let task = Task {
      await select {
        Receive(from: Channel<Int>?.none) { _ in }
        Send(1, to: Channel<Int>?.none) {}
      }
      ends.add()
    }
    task.cancel()
    for _ in 0..<1000 { await Task.yield() }
    #expect(ends.count == 0)
  }

  @Test func `no case at all waits forever, in a bubble, and the report says so`() async throws {
    let exploration = await explore {
      await select {}
    }
    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .deadlocked)
    #expect(failure.message.contains("waits in a select at SelectTests.swift:"))
    #expect(failure.message.contains("with no case that can become ready"))
  }

  @Test func `no case at all is a leak in a task that is left behind`() async throws {
    let exploration = await explore {
      Task { await select {} }
    }
    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .leaked)
    #expect(failure.leaks.count == 1)
    #expect(failure.leaks.first?.endsWhenCancelled == false)
  }

  @Test func `no case at all waits forever, on the pool, even when cancelled`() async {
    let ends = Tally()
    // No one waits for it: it never ends, and what waits forever costs nothing.
    let task = Task {
      await select {}
      ends.add()
    }
    task.cancel()
    for _ in 0..<1000 { await Task.yield() }
    #expect(ends.count == 0)
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a select waits until one of its cases is ready`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let ships = Channel<Int>(capacity: capacity)
      let trains = Channel<String>(capacity: capacity)
      let news = Task {
        await select {
          Receive(from: ships) { _ in "a ship" }
          Receive(from: trains) { "the train \($0 ?? "-")" }
        }
      }
      await settle { ships.lines.receivers + trains.lines.receivers == 2 }

      await trains.send("Flyer")

      #expect(await news.value == "the train Flyer")
      #expect(ships.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `default alone does not wait`(environment: TestEnvironment) async throws {
    try await environment.run {
      #expect(await select { Default { true } })
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `default beside nil cases does not wait`(environment: TestEnvironment) async throws {
    try await environment.run {
      let word = await select {
        Receive(from: Channel<Int>?.none) { _ in "received" }
        Send(1, to: Channel<Int>?.none) { "sent" }
        Default { "default" }
      }
      #expect(word == "default")
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a receive that is ready wins over default`(environment: TestEnvironment) async throws {
    try await environment.run {
      let ships = Channel<Int>(capacity: 1)
      await ships.send(7)
      let ship = await select {
        Default { -1 }
        Receive(from: ships) { $0 ?? -2 }
      }
      #expect(ship == 7)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a send that is ready wins over default`(environment: TestEnvironment, capacity: Int)
    async throws
  {
    try await environment.run {
      let ships = Channel<Int>(capacity: capacity)
      let harbor = Task { await ships.receive() }
      await settle { ships.lines == Lines(receivers: 1) }
      let isSent = await select {
        Default { false }
        Send(7, to: ships) { true }
      }
      #expect(isSent)
      #expect(await harbor.value == 7)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a closed channel is ready to be received from, with nil`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let ships = Channel<Int>(capacity: capacity)
      ships.close()
      let isClosed = await select {
        Receive(from: ships) { $0 == nil }
        Default { false }
      }
      #expect(isClosed)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `close wakes a select that waits to receive`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let (ships, trains) = (Channel<Int>(capacity: capacity), Channel<Int>())
      let isClosed = Task {
        await select {
          Receive(from: trains) { _ in false }
          Receive(from: ships) { $0 == nil }
        }
      }
      await settle { ships.lines.receivers + trains.lines.receivers == 2 }

      ships.close()

      #expect(await isClosed.value)
      #expect(trains.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `channels and elements are evaluated once, from top to bottom`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      var log: [String] = []
      func channel(_ name: String) -> Channel<Int> {
        log.append(name)
        return Channel(capacity: 1)
      }
      func element() -> Int {
        log.append("element")
        return 1
      }
      await select {
        Receive(from: channel("first")) { _ in }
        Send(element(), to: channel("second"))
        Receive(from: channel("third")) { _ in }
      }
      #expect(log == ["first", "element", "second", "third"])
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `each ready case is chosen about equally often`(environment: TestEnvironment) async throws {
    try await environment.run(.count(10)) {
      let closed = (0..<4).map { _ in Channel<Int>() }
      for channel in closed { channel.close() }
      var chosen = [0, 0, 0, 0]
      for _ in 0..<1000 {
        await select {
          for (number, channel) in closed.enumerated() {
            Receive(from: channel) { _ in chosen[number] += 1 }
          }
        }
      }
      // Nine standard deviations around 250.
      #expect(chosen.allSatisfy { $0 > 125 && $0 < 375 })
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `losers leave their queues`(environment: TestEnvironment) async throws {
    let turns = environment.size(100_000, inBubble: 2000)
    try await environment.run(.count(3)) {
      let (quiet, busy) = (Channel<Int>(), Channel<Int>())
      let sender = Task {
        for turn in 0..<turns { await busy.send(turn) }
        busy.close()
      }
      var received = 0
      var isOpen = true
      while isOpen {
        await select {
          Receive(from: quiet) { _ in }
          Receive(from: busy) { element in
            if element == nil { isOpen = false } else { received += 1 }
          }
        }
      }
      await sender.value
      #expect(received == turns)
      #expect(quiet.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a time limit ends a select`(environment: TestEnvironment) async throws {
    try await environment.run {
      let never = Channel<Int>()
      let word = await select {
        Receive(from: never) { _ in "received" }
        After(.nanoseconds(1)) { "late" }
      }
      #expect(word == "late")
      #expect(never.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a ticker ticks until it is stopped`(environment: TestEnvironment) async throws {
    try await environment.run {
      let ticker = Ticker(every: .nanoseconds(1))
      let first = try #require(await ticker.ticks.receive())
      let second = try #require(await ticker.ticks.receive())
      ticker.stop()
      #expect(first < second)
    }
  }
}
