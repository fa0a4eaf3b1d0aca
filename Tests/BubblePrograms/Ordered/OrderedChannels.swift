import Channels

/// Tasks that hand over by a channel.
extension OrderedAccesses {
  public static func channel(capacity: Int) async {
    let hold = Hold()
    let channel = Channel<Int>(capacity: capacity)
    await together(
      {
        hold.add()
        await channel.send(1)
      },
      {
        _ = await channel.receive()
        hold.add()
      })
  }

  /// A send that waits is over after what the receiver has done.
  public static func answerOfAChannel() async {
    let hold = Hold()
    let request = Channel<Int>()
    let answer = Channel<Int>(capacity: 1)
    await together(
      {
        for _ in 0..<3 {
          hold.add()
          await request.send(1)
          _ = await answer.receive()
        }
      },
      {
        for _ in 0..<3 {
          _ = await request.receive()
          hold.add()
          await answer.send(1)
        }
      })
  }

  public static func closeOfAChannel() async {
    let hold = Hold()
    let channel = Channel<Int>()
    await together(
      {
        hold.add()
        channel.close()
      },
      {
        for await _ in channel {}
        hold.add()
      })
  }

  /// An unbuffered send is over after its receive: what the receiver did before comes first.
  public static func sendAfterReceive() async {
    let hold = Hold()
    let channel = Channel<Int>()
    await together(
      {
        await channel.send(1)
        hold.add()
      },
      {
        hold.add()
        _ = await channel.receive()
      })
  }

  public static func operationsThatDoNotWait() async {
    let hold = Hold()
    let channel = Channel<Int>(capacity: 1)
    await together(
      {
        hold.add()
        while !channel.trySend(1) { await Task.yield() }
      },
      {
        while channel.tryReceive() == .nothing { await Task.yield() }
        hold.add()
      })
    hold.add()
  }

  /// A channel as a lock: a send takes it, a receive gives it back.
  public static func channelAsALock() async {
    let hold = Hold()
    let permits = Channel<Void>(capacity: 1)
    await both {
      for _ in 0..<2 {
        await permits.send(())
        hold.add()
        _ = await permits.receive()
      }
    }
    hold.add()
  }

  /// A ring of places: the sender uses one again that the receiver has done with, as a send is over
  /// only after the receive that made room for it.
  public static func ringBesideAChannel(capacity: Int) async {
    let holds = (0..<capacity + 2).map { _ in Hold() }
    let channel = Channel<Int>(capacity: capacity)
    await together(
      {
        for round in 0..<2 * capacity + 6 {
          holds[round % holds.count].add()
          await channel.send(round % holds.count)
        }
        channel.close()
      },
      { for await place in channel { holds[place].add() } })
    for hold in holds { hold.add() }
  }

  public static func select() async {
    let hold = Hold()
    let first = Channel<Int>(capacity: 1)
    let second = Channel<Int>()
    await together(
      {
        hold.add()
        _ = await Channels.select {
          Send(1, to: first)
          Send(1, to: second)
        }
      },
      {
        _ = await Channels.select {
          Receive(from: first)
          Receive(from: second)
        }
        hold.add()
      })
  }

  public static func selectOfSends() async {
    let hold = Hold()
    let answers = Channel<Int>()
    let done = Channel<Int>()
    await together(
      {
        for _ in 0..<2 {
          hold.add()
          await Channels.select {
            Send(1, to: answers)
            Receive(from: done) { _ in }
          }
          _ = await done.receive()
        }
      },
      {
        for _ in 0..<2 {
          _ = await answers.receive()
          hold.add()
          await done.send(1)
        }
      })
    hold.add()
  }

  public static func selectWithADefault() async {
    let hold = Hold()
    let done = Channel<Int>(capacity: 1)
    await together(
      {
        hold.add()
        done.close()
      },
      {
        var isDone = false
        while !isDone {
          isDone = await Channels.select {
            Receive(from: done) { _ in true }
            Default { false }
          }
          if !isDone { await Task.yield() }
        }
        hold.add()
      })
  }
}
