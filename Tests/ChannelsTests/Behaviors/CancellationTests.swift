import Bubble
import Channels
import Testing

@Suite("cancellation") struct CancellationTests {
  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a receive that waits ends with nil and takes nothing with it`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>(capacity: capacity)
      let waiting = Task { await channel.receive() }
      await settle { channel.lines == Lines(receivers: 1) }

      waiting.cancel()
      #expect(await waiting.value == nil)
      #expect(channel.lines == Lines())

      let sender = Task { await channel.send(1) }
      #expect(await channel.receive() == 1)
      #expect(await sender.value)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a send that waits returns false and its element is never received`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>(capacity: capacity)
      for element in 0..<capacity { await channel.send(element) }
      let waiting = Task { await channel.send(-1) }
      await settle { channel.lines == Lines(senders: 1) }

      waiting.cancel()
      #expect(await !waiting.value)

      for element in 0..<capacity { #expect(channel.tryReceive() == .element(element)) }
      #expect(channel.tryReceive() == .nothing)
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `cancelling before the wait begins ends it as well`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      let channel = Channel<Int>()
      let receiver = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await channel.receive()
      }
      #expect(await receiver.value == nil)
      let sender = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await channel.send(1)
      }
      #expect(await !sender.value)
      #expect(channel.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a cancelled task may still do what need not wait`(environment: TestEnvironment) async throws
  {
    try await environment.run {
      let channel = Channel<Int>(capacity: 1)
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        let isSent = await channel.send(1)
        return (isSent, await channel.receive(), await channel.receive())
      }
      #expect(await task.value == (true, 1, nil))
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1])
  func `an element is received or left, whenever its receiver is cancelled`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let channel = Channel<Int>(capacity: capacity)
        let receiver = Task { await channel.receive() }
        let sender = Task { await channel.send(1) }
        receiver.cancel()
        let first = await receiver.value
        let second = first == nil ? await channel.receive() : nil
        #expect(first ?? second == 1)
        #expect(await sender.value)
        #expect(channel.tryReceive() == .nothing)
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `an element is delivered if and only if send says that it was taken`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let channel = Channel<Int>()
        let sender = Task { await channel.send(1) }
        let receiver = Task { await channel.receive() }
        sender.cancel()
        let isTaken = await sender.value
        receiver.cancel()
        #expect(await receiver.value == (isTaken ? 1 : nil))
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a select goes on with its Cancelled case`(environment: TestEnvironment) async throws {
    try await environment.run {
      let channel = Channel<Int>()
      let task = Task {
        await select {
          Receive(from: channel) { _ in "received" }
          Cancelled { "cancelled" }
        }
      }
      task.cancel()
      #expect(await task.value == "cancelled")
      #expect(channel.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a select without a Cancelled case gives nil to its first Receive`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      let channel = Channel<Int>()
      let task = Task {
        await select {
          Send(1, to: Channel<Int>()) { "sent" }
          Receive(from: channel) { $0 == nil ? "nil" : "received" }
          Receive(from: channel) { _ in "second" }
        }
      }
      task.cancel()
      #expect(await task.value == "nil")
      #expect(channel.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a select that only sends is not woken`(environment: TestEnvironment) async throws {
    try await environment.run {
      let channel = Channel<Int>()
      let task = Task { await select { Send(1, to: channel) } }
      await settle { channel.lines == Lines(senders: 1) }

      task.cancel()
      await settle { channel.lines == Lines(senders: 1) }

      #expect(await channel.receive() == 1)
      await task.value
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1])
  func `a select loses nothing, whenever it is cancelled`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run {
      for _ in environment.rounds(500) {
        let (a, b) = (Channel<Int>(capacity: capacity), Channel<Int>())
        let selecting = Task {
          await select {
            Receive(from: b)
            Receive(from: a)
            Cancelled { nil }
          }
        }
        let sender = Task { await a.send(1) }
        selecting.cancel()
        let first = await selecting.value
        let second = first == nil ? await a.receive() : nil
        #expect(first ?? second == 1)
        #expect(await sender.value)
        #expect(a.lines == Lines() && b.lines == Lines())
      }
    }
  }
}
