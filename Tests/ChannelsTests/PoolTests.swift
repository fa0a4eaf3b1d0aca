import Channels
import Testing

/// On the real thread pool: nothing here depends on who runs first.
@Suite("channels on all threads") struct PoolTests {
  @Test(arguments: [0, 1, 10]) func `each element arrives exactly once`(capacity: Int) async {
    let channel = Channel<Int>(capacity: capacity)
    let sum = await withTaskGroup(of: Int.self) { group in
      let senders = WaitGroup()
      senders.add(4)
      for sender in 0..<4 {
        group.addTask {
          for step in 0..<1000 { await channel.send(sender * 1000 + step) }
          senders.done()
          return 0
        }
        group.addTask {
          var sum = 0
          for await element in channel { sum += element }
          return sum
        }
      }
      await senders.wait()
      channel.close()
      return await group.reduce(0, +)
    }
    #expect(sum == (0..<4000).reduce(0, +))
  }

  @Test func `two selects meet each other and never themselves`() async {
    let channel = Channel<Int>()
    let counts = await withTaskGroup(of: (sent: Int, received: Int).self) { group in
      for name in 0..<2 {
        group.addTask {
          var (sent, received) = (0, 0)
          for _ in 0..<1000 {
            await select {
              Send(name, to: channel) { sent += 1 }
              Receive(from: channel) { other in
                #expect(other == 1 - name)
                received += 1
              }
            }
          }
          return (sent, received)
        }
      }
      return await group.reduce(into: (sent: 0, received: 0)) { total, one in
        total.sent += one.sent
        total.received += one.received
      }
    }
    #expect(counts == (1000, 1000))
  }

  @Test func `default is never taken while one of two channels is ready`() async {
    for _ in 0..<5_000 {
      let a = Channel<Int>(capacity: 1)
      let b = Channel<Int>(capacity: 1)
      await a.send(1)
      let looking = Task {
        await select {
          Receive(from: a) { _ in true }
          Receive(from: b) { _ in true }
          Default { false }
        }
      }
      // The second becomes ready before the first stops being so.
      await b.send(1)
      _ = a.tryReceive()
      #expect(await looking.value)
    }
  }

  @Test func `a cancelled receive returns nil and leaves the queue`() async {
    let channel = Channel<Int>()
    let waiting = Task { await channel.receive() }
    waiting.cancel()
    #expect(await waiting.value == nil)
    #expect(!channel.trySend(1))
  }

  @Test func `a cancelled send returns false and its element is never received`() async {
    let channel = Channel<Int>()
    let waiting = Task { await channel.send(1) }
    waiting.cancel()
    #expect(await !waiting.value)
    #expect(channel.tryReceive() == .nothing)
  }

  @Test func `a cancelled task may still do what need not wait`() async {
    let channel = Channel<Int>(capacity: 1)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let sent = await channel.send(1)
      return (sent, await channel.receive(), await channel.receive())
    }
    let (sent, first, second) = await task.value
    #expect(sent)
    #expect(first == 1)
    #expect(second == nil)
  }

  @Test func `cancelling chooses the Cancelled case, or else the first Receive`() async {
    let channel = Channel<Int>()
    let named = Task {
      await select {
        Receive(from: channel) { _ in "received" }
        Cancelled { "cancelled" }
      }
    }
    let unnamed = Task {
      await select {
        Send(1, to: Channel<Int>()) { "sent" }
        Receive(from: channel) { $0 == nil ? "nil" : "received" }
        Receive(from: channel) { _ in "second" }
      }
    }
    named.cancel()
    unnamed.cancel()
    #expect(await named.value == "cancelled")
    #expect(await unnamed.value == "nil")
  }

  @Test func `a wait group holds until every task is done`() async {
    let group = WaitGroup()
    for _ in 0..<8 {
      let finished = Channel<Int>(capacity: 16)
      group.add(16)
      for number in 0..<16 {
        // `wait` waits for it.
        Task {
          await finished.send(number)
          group.done()
        }
      }
      await group.wait()
      #expect(finished.count == 16)
    }
  }

  @Test func `a timer ends a select and a ticker ticks`() async {
    let never = Channel<Int>()
    let word = await select {
      Receive(from: never) { _ in "received" }
      After(.nanoseconds(1)) { "late" }
    }
    #expect(word == "late")

    let ticker = Ticker(every: .nanoseconds(1))
    let first = await ticker.ticks.receive()
    let second = await ticker.ticks.receive()
    ticker.stop()
    #expect(first ?? .now < second ?? .now)
  }

  @Test func `losers leave their queues`() async {
    let quiet = Channel<Int>()
    let busy = Channel<Int>()
    let sender = Task {
      for step in 0..<10_000 { await busy.send(step) }
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
    #expect(received == 10_000)
    #expect(!quiet.trySend(1), "nobody stands in line any more")
  }
}
