import AsyncAlgorithms
import Channels

/// The same traffic between senders and receivers in every library that can do it.
private func traffic(
  _ name: String, _ title: String, _ senders: Int, _ receivers: Int, capacity: Int,
  operations: Int, work: Int = 0
) -> Shape {
  var entries = [
    Shape.Entry(.channels) { operations in
      let channel = Channel<Int>(capacity: capacity)
      await exchange(operations, senders: senders, receivers: receivers) { count in
        for number in 0..<count { await channel.send(labor(work, number)) }
      } receive: { count in
        for _ in 0..<count { keep(labor(work, await channel.receive() ?? 0)) }
      }
    },
    Shape.Entry(.actorQueue) { operations in
      let queue = ActorQueue<Int>(capacity: capacity)
      await exchange(operations, senders: senders, receivers: receivers) { count in
        for number in 0..<count { await queue.send(labor(work, number)) }
      } receive: { count in
        for _ in 0..<count { keep(labor(work, await queue.receive())) }
      }
    },
  ]
  if capacity == 0 {
    entries.append(
      Shape.Entry(.asyncChannel) { operations in
        let channel = AsyncChannel<Int>()
        await exchange(operations, senders: senders, receivers: receivers) { count in
          for number in 0..<count { await channel.send(labor(work, number)) }
        } receive: { count in
          var iterator = channel.makeAsyncIterator()
          for _ in 0..<count { keep(labor(work, await iterator.next() ?? 0)) }
        }
      })
  } else if receivers == 1 {
    // A stream has one receiver, and its senders never wait.
    entries.append(
      Shape.Entry(.asyncStream) { operations in
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        await exchange(operations, senders: senders) { count in
          for number in 0..<count { continuation.yield(labor(work, number)) }
        } receive: { count in
          var iterator = stream.makeAsyncIterator()
          for _ in 0..<count { keep(labor(work, await iterator.next() ?? 0)) }
        }
      })
  }
  return Shape(name, title, operations: operations, entries)
}

extension Shape {
  static let exchanges: [Shape] = [
    uncontended,
    traffic(
      "unbuffered-1-1", "one task hands elements to another", 1, 1, capacity: 0,
      operations: 50_000),
    traffic(
      "buffered-1-1", "one task sends to another over a buffer of 100", 1, 1, capacity: 100,
      operations: 200_000),
    traffic(
      "unbuffered-5-1", "five tasks hand elements to one", 5, 1, capacity: 0,
      operations: 50_000),
    traffic(
      "unbuffered-1-5", "one task hands elements to five", 1, 5, capacity: 0,
      operations: 50_000),
    traffic(
      "unbuffered-5-5", "five tasks hand elements to five", 5, 5, capacity: 0,
      operations: 50_000),
    traffic(
      "buffered-5-5", "five tasks send to five over a buffer of 100", 5, 5, capacity: 100,
      operations: 200_000),
    traffic(
      "thousand-writers", "a thousand tasks hand elements to one", 1000, 1, capacity: 0,
      operations: 50_000),
    traffic(
      "work-4-4", "four tasks send to four over a buffer of 100, all with some work to do",
      4, 4, capacity: 100, operations: 100_000, work: 100),
  ]

  private static let uncontended = Shape(
    "uncontended", "one task sends to a buffer and receives from it", operations: 500_000,
    [
      Entry(.channels) { count in
        let channel = Channel<Int>(capacity: 100)
        for number in 0..<count {
          await channel.send(number)
          keep(await channel.receive() ?? 0)
        }
      },
      Entry(.asyncStream) { count in
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        var iterator = stream.makeAsyncIterator()
        for number in 0..<count {
          continuation.yield(number)
          keep(await iterator.next() ?? 0)
        }
      },
      Entry(.actorQueue) { count in
        let queue = ActorQueue<Int>(capacity: 100)
        for number in 0..<count {
          await queue.send(number)
          keep(await queue.receive())
        }
      },
    ])

  static let pingPong = Shape(
    "ping-pong", "two tasks answer each other over two channels: a round trip",
    operations: 25_000,
    [
      Entry(.channels) { count in
        let (ping, pong) = (Channel<Int>(), Channel<Int>())
        await exchange(count) { count in
          for number in 0..<count {
            await ping.send(number)
            keep(await pong.receive() ?? 0)
          }
        } receive: { count in
          for _ in 0..<count { await pong.send(await ping.receive() ?? 0) }
        }
      },
      Entry(.asyncChannel) { count in
        let (ping, pong) = (AsyncChannel<Int>(), AsyncChannel<Int>())
        await exchange(count) { count in
          var answers = pong.makeAsyncIterator()
          for number in 0..<count {
            await ping.send(number)
            keep(await answers.next() ?? 0)
          }
        } receive: { count in
          var calls = ping.makeAsyncIterator()
          for _ in 0..<count { await pong.send(await calls.next() ?? 0) }
        }
      },
      Entry(.actorQueue) { count in
        let (ping, pong) = (ActorQueue<Int>(capacity: 0), ActorQueue<Int>(capacity: 0))
        await exchange(count) { count in
          for number in 0..<count {
            await ping.send(number)
            keep(await pong.receive())
          }
        } receive: { count in
          for _ in 0..<count { await pong.send(await ping.receive()) }
        }
      },
    ])

  static let creation = Shape(
    "creation", "a channel with a buffer of 8 is made and let go", operations: 200_000,
    [
      Entry(.channels) { count in
        for _ in 0..<count { hold(Channel<Int>(capacity: 8)) }
      },
      Entry(.asyncChannel) { count in
        for _ in 0..<count { hold(AsyncChannel<Int>()) }
      },
      Entry(.asyncStream) { count in
        for _ in 0..<count { hold(AsyncStream.makeStream(of: Int.self).continuation) }
      },
      Entry(.actorQueue) { count in
        for _ in 0..<count { hold(ActorQueue<Int>(capacity: 8)) }
      },
    ])
}

/// Keeps the optimizer from removing an object that nobody uses.
@inline(never) private func hold<Object>(_ object: Object) {}
