import Channels
import Dispatch
import Synchronization

/// Something orders the two tasks, but not these two accesses.
extension Races {
  public static func afterACancellation() async {
    let hold = Hold()
    let waiting = Task {
      try? await Task.sleep(for: .seconds(1))
      hold.add()
    }
    await Task.yield()
    waiting.cancel()
    hold.add()
    await waiting.value
  }

  public static func childrenOfAGroupThatThrows() async {
    struct Storm: Error {}
    let hold = Hold()
    try? await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask {
          try? await Task.sleep(for: .seconds(1))
          hold.add()
        }
      }
      await Task.yield()
      throw Storm()
    }
  }

  public static func afterASend() async {
    let hold = Hold()
    let channel = Channel<Int>(capacity: 1)
    await together(
      {
        await channel.send(1)
        hold.add()
      },
      {
        _ = await channel.receive()
        hold.add()
      })
  }

  /// With one place more, the sender could not come back to one that the receiver still uses.
  public static func shortRingBesideAChannel() async {
    let capacity = 1
    let holds = (0..<capacity + 1).map { _ in Hold() }
    let channel = Channel<Int>(capacity: capacity)
    await together(
      {
        for round in 0..<4 {
          holds[round % holds.count].add()
          await channel.send(round % holds.count)
        }
        channel.close()
      },
      { for await place in channel { holds[place].add() } })
  }

  public static func afterAClose() async {
    let hold = Hold()
    let channel = Channel<Int>()
    await together(
      {
        channel.close()
        hold.add()
      },
      {
        for await _ in channel {}
        hold.add()
      })
  }

  /// Each task takes from a channel of its own.
  public static func selectOfOthers() async {
    let hold = Hold()
    let channels = (0..<2).map { _ in Channel<Int>(capacity: 1) }
    for channel in channels { await channel.send(1) }
    await together(
      {
        _ = await Channels.select { Receive(from: channels[0]) }
        hold.add()
      },
      {
        _ = await Channels.select { Receive(from: channels[1]) }
        hold.add()
      })
  }

  public static func afterDone() async {
    let hold = Hold()
    let group = WaitGroup()
    group.add()
    let loading = Task {
      group.done()
      hold.add()
    }
    await group.wait()
    hold.add()
    await loading.value
  }

  public static func besideAnActor() async {
    let hold = Hold()
    let crane = Crane(hold)
    await together({ await crane.add() }, { hold.add() })
  }

  public static func afterAResumption() async {
    let hold = Hold()
    await withCheckedContinuation { continuation in
      Task {
        continuation.resume()
        hold.add()
      }
    }
    hold.add()
  }

  public static func afterAnElement() async {
    let hold = Hold()
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    await together(
      {
        continuation.yield(1)
        continuation.finish()
        hold.add()
      },
      { for await _ in stream { hold.add() } })
  }

  public static func taskLocalObject() async {
    await Cargo.$hold.withValue(Hold()) {
      await both { Cargo.hold?.add() }
    }
  }

  public static func afterAnAtomic() async {
    final class Flag: Sendable { let isSet = Atomic(false) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        flag.isSet.store(true, ordering: .releasing)
        hold.add()
      },
      {
        while !flag.isSet.load(ordering: .acquiring) { await Task.yield() }
        hold.add()
      })
  }

  public static func afterALazyReference() async {
    final class Slot: Sendable { let hold = AtomicLazyReference<Hold>() }
    let slot = Slot()
    await together(
      { slot.hold.storeIfNil(Hold()).add() },
      {
        while slot.hold.load() == nil { await Task.yield() }
        slot.hold.load()?.add()
      })
  }

  public static func afterASignal() async {
    let hold = Hold()
    let gate = DispatchSemaphore(value: 0)
    @Sendable func isOpen() -> Bool { gate.wait(timeout: .now()) == .success }
    await together(
      {
        gate.signal()
        hold.add()
      },
      {
        while !isOpen() { await Task.yield() }
        hold.add()
      })
  }

  public static func afterLeaving() async {
    let hold = Hold()
    let group = DispatchGroup()
    group.enter()
    @Sendable func isEmpty() -> Bool { group.wait(timeout: .now()) == .success }
    await together(
      {
        group.leave()
        hold.add()
      },
      {
        while !isEmpty() { await Task.yield() }
        hold.add()
      })
  }

  /// The global is made once; what it refers to is changed by all.
  public static func objectOfAGlobal() async {
    await both { Harbor.shared.add() }
  }

  public static func besideAQueue() async {
    let hold = Hold()
    let queue = DispatchQueue(label: "quay")
    await together({ queue.sync { hold.add() } }, { hold.add() })
  }

  /// The second child starts before the first has ended.
  public static func beforeTheNextChild() async {
    let hold = Hold()
    await withTaskGroup { group in
      for _ in 0..<2 { group.addTask { hold.add() } }
      await group.next()
    }
  }

  /// Two tasks, each after what another module has to say.
  public static func after(_ work: @escaping @Sendable () async -> Void) async {
    let hold = Hold()
    await both {
      await work()
      hold.add()
    }
  }
}
