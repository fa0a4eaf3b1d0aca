import Channels
import Testing

@Suite("a channel") struct ChannelTests {
  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `receive from an empty channel waits`(environment: TestEnvironment, capacity: Int)
    async throws
  {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)

      let harbor = Task { await berths.receive() }
      await settle { berths.lines == Lines(receivers: 1) }
      await berths.send(7)

      #expect(await harbor.value == 7)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a receive that must not wait finds nothing in an empty channel`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)

      let word = await select {
        Receive(from: berths) { _ in "received" }
        Default { "nothing" }
      }

      #expect(word == "nothing")
      #expect(berths.tryReceive() == .nothing)
      #expect(berths.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `send to a full channel waits`(environment: TestEnvironment, capacity: Int) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      for ship in 0..<capacity { await berths.send(ship) }

      let late = Task { await berths.send(capacity) }
      await settle { berths.lines == Lines(senders: 1) }
      #expect(berths.count == capacity)

      for ship in 0...capacity { #expect(await berths.receive() == ship) }
      #expect(await late.value)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a send that must not wait is refused by a full channel`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      for ship in 0..<capacity { #expect(berths.trySend(ship)) }

      let word = await select {
        Send(-1, to: berths) { "sent" }
        Default { "full" }
      }

      #expect(word == "full")
      #expect(!berths.trySend(-2))
      #expect(berths.count == capacity)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a closed channel is drained and then gives nil for ever`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      for ship in 0..<capacity { await berths.send(ship) }

      berths.close()

      for ship in 0..<capacity { #expect(await berths.receive() == ship) }
      for _ in 0..<3 { #expect(await berths.receive() == nil) }
      #expect(berths.tryReceive() == .closed)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `close wakes every waiting receiver`(environment: TestEnvironment, capacity: Int)
    async throws
  {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      let harbors = (0..<4).map { _ in Task { await berths.receive() } }
      await settle { berths.lines == Lines(receivers: 4) }

      berths.close()

      for harbor in harbors { #expect(await harbor.value == nil) }
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a hundred elements are received in order`(environment: TestEnvironment, capacity: Int)
    async throws
  {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      let sender = Task { for ship in 0..<100 { await berths.send(ship) } }

      for ship in 0..<100 { #expect(await berths.receive() == ship) }
      await sender.value
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a for loop receives a hundred elements in order and ends at the close`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      let sender = Task {
        for ship in 0..<100 { await berths.send(ship) }
        berths.close()
      }

      var ships: [Int] = []
      for await ship in berths { ships.append(ship) }

      #expect(ships == Array(0..<100))
      await sender.value
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `tasks that wait are served in the order of their arrival`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      var harbors: [Task<Int?, Never>] = []
      for number in 1...3 {
        harbors.append(Task { await berths.receive() })
        await settle { berths.lines == Lines(receivers: number) }
      }

      for ship in 0..<3 { await berths.send(ship) }

      for (ship, harbor) in harbors.enumerated() { #expect(await harbor.value == ship) }
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `count and capacity tell what is in the buffer`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let berths = Channel<Int>(capacity: capacity)
      #expect(berths.capacity == capacity)

      for ship in 0..<capacity {
        #expect(berths.count == ship)
        await berths.send(ship)
      }

      #expect(berths.sendOnly.count == capacity)
      #expect(berths.receiveOnly.capacity == capacity)
      _ = berths.tryReceive()
      #expect(berths.count == max(0, capacity - 1))
    }
  }
}
