import Bubble
import Channels
import Testing

@Suite("many tasks on a channel") struct TrafficTests {
  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `four senders and four receivers move each of 4000 elements exactly once`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run(.count(2)) {
      let channel = Channel<Int>(capacity: capacity)
      let received = await withTaskGroup(of: [Int].self) { group in
        let senders = WaitGroup()
        senders.add(4)
        for sender in 0..<4 {
          group.addTask {
            for step in 0..<1000 { await channel.send(sender * 1000 + step) }
            senders.done()
            return []
          }
          group.addTask { await channel.reduce(into: []) { $0.append($1) } }
        }
        await senders.wait()
        channel.close()
        return await group.reduce([], +)
      }
      #expect(received.sorted() == Array(0..<4000))
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `an element that is there is never missed while another task closes`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let channel = Channel<Int>(capacity: 1)
        await channel.send(1)
        let looking = Task {
          await select {
            Receive(from: channel) { _ in true }
            Default { false }
          }
        }
        channel.close()
        _ = await channel.receive()
        #expect(await looking.value)
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `default is never taken while one of two channels is ready`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let a = Channel<Int>(capacity: 1)
        let b = Channel<Int>(capacity: 1)
        await a.send(1)
        let looking = Task {
          await select {
            // Looked at one after the other, without both locks, `b` would still be empty and `a`
            // not full any more.
            Receive(from: b) { _ in true }
            Receive(from: a) { _ in true }
            Default { false }
          }
        }
        // The second becomes ready before the first stops being so.
        await b.send(1)
        _ = a.tryReceive()
        #expect(await looking.value)
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `default is never taken while one of two channels is ready or closed`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let a = Channel<Int>(capacity: 1)
        let b = Channel<Int>()
        await a.send(1)
        let looking = Task {
          await select {
            // Looked at one after the other, without both locks, `b` would still be empty and `a`
            // not full any more.
            Receive(from: b) { _ in true }
            Receive(from: a) { _ in true }
            Default { false }
          }
        }
        b.close()
        _ = a.tryReceive()
        #expect(await looking.value)
      }
    }
  }

  /// The look at all channels is one moment: while a token moves, it is always in one of them.
  @Test(arguments: TestEnvironment.allCases)
  func `a select never misses a token that moves between two channels`(
    environment: TestEnvironment
  ) async throws {
    let looks = environment.size(20_000, inBubble: 100)
    try await environment.run(.count(5)) {
      let (a, b) = (Channel<Int>(capacity: 1), Channel<Int>(capacity: 1))
      await a.send(1)
      let ends = Tally()
      let mover = Task {
        while ends.count == 0 {
          for _ in 0..<50 {
            // First there, then no longer here.
            _ = b.trySend(1)
            _ = a.tryReceive()
            _ = a.trySend(1)
            _ = b.tryReceive()
          }
          await Task.yield()
        }
      }

      var misses = 0
      for _ in 0..<looks {
        await select {
          Receive(from: b) { _ in _ = b.trySend(1) }
          Receive(from: a) { _ in _ = a.trySend(1) }
          Default { misses += 1 }
        }
      }

      #expect(misses == 0)
      ends.add()
      await mover.value
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `two tasks that select on both ends of a channel never block each other`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run(.count(3)) {
      let channel = Channel<Int>(capacity: capacity)
      await withTaskGroup { group in
        for name in 0..<2 {
          group.addTask {
            for _ in 0..<1000 {
              await select {
                Send(name, to: channel) {}
                Receive(from: channel) { other in
                  // Without a buffer the element can only come from the other task.
                  #expect(capacity > 0 || other == 1 - name)
                }
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `ten tasks, plain and by select, move everything over four channels`(
    environment: TestEnvironment
  ) async throws {
    let turns = environment.size(2000, inBubble: 50)
    try await environment.run(.count(5)) {
      let channels = [0, 0, 2, 3].map { Channel<Int>(capacity: $0) }
      let sums = await withTaskGroup(of: Int.self) { group in
        for channel in channels {
          group.addTask {
            for turn in 0..<turns { await channel.send(turn) }
            return 0
          }
          group.addTask {
            var sum = 0
            for _ in 0..<turns { sum += await channel.receive() ?? 0 }
            return sum
          }
        }
        group.addTask {
          await sendBySelect(turns, to: channels)
          return 0
        }
        group.addTask { await receiveBySelect(turns, from: channels) }
        return await group.reduce(0, +)
      }
      #expect(sums == 8 * (0..<turns).reduce(0, +))
      for channel in channels { #expect(channel.lines == Lines() && channel.count == 0) }
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1])
  func `a select between two sends to one channel takes each of them often`(
    environment: TestEnvironment, capacity: Int
  ) async throws {
    try await environment.run(.count(20)) {
      let coin = Channel<Int>(capacity: capacity)
      let counting = Task {
        var heads = 0
        for _ in 0..<100 { heads += await coin.receive() ?? 0 }
        return heads
      }
      for _ in 0..<100 {
        await select {
          Send(1, to: coin)
          Send(0, to: coin)
        }
      }
      let heads = await counting.value
      #expect(heads > 10 && heads < 90)
    }
  }

  @Test(arguments: TestEnvironment.allCases, [0, 1, 10])
  func `a select may name one channel twice`(environment: TestEnvironment, capacity: Int)
    async throws
  {
    try await environment.run(.count(10)) {
      let channel = Channel<Int>(capacity: capacity)
      let sender = Task { for ship in 0..<100 { await channel.send(ship) } }

      var ships: [Int] = []
      for _ in 0..<100 {
        await select {
          Receive(from: channel) { ships.append($0 ?? -1) }
          Receive(from: channel) { ships.append($0 ?? -1) }
        }
      }

      #expect(ships == Array(0..<100))
      #expect(channel.lines == Lines())
      await sender.value
    }
  }
}

/// Sends `0..<turns` to each of four channels in one loop; a channel that got all is set to `nil`.
private func sendBySelect(_ turns: Int, to channels: [Channel<Int>]) async {
  var open: [Channel<Int>?] = channels
  var next = [0, 0, 0, 0]
  func sent(_ index: Int) {
    next[index] += 1
    if next[index] == turns { open[index] = nil }
  }
  for _ in 0..<(4 * turns) {
    await select {
      Send(next[3], to: open[3]) { sent(3) }
      Send(next[2], to: open[2]) { sent(2) }
      Send(next[0], to: open[0]) { sent(0) }
      Send(next[1], to: open[1]) { sent(1) }
    }
  }
}

/// Receives `turns` elements from each of four channels in one loop; returns their sum.
private func receiveBySelect(_ turns: Int, from channels: [Channel<Int>]) async -> Int {
  var open: [Channel<Int>?] = channels
  var count = [0, 0, 0, 0]
  var sum = 0
  func received(_ element: Int?, _ index: Int) {
    sum += element ?? 0
    count[index] += 1
    if count[index] == turns { open[index] = nil }
  }
  for _ in 0..<(4 * turns) {
    await select {
      Receive(from: open[0]) { received($0, 0) }
      Receive(from: open[1]) { received($0, 1) }
      Receive(from: open[2]) { received($0, 2) }
      Receive(from: open[3]) { received($0, 3) }
    }
  }
  return sum
}
