import Channels
import Dispatch
import Foundation
import Synchronization

/// Tasks that hand over to each other through the library.
extension OrderedAccesses {
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

  public static func waitGroupThatIsUsedAgain() async {
    let hold = Hold()
    let group = WaitGroup()
    for _ in 0..<2 {
      group.add()
      Task {
        hold.add()
        group.done()
      }
      await group.wait()
      hold.add()
    }
  }

  public static func waitGroupThatManyAwait() async {
    let holds = [Hold(), Hold()]
    let group = WaitGroup()
    for hold in holds {
      group.add()
      Task {
        hold.add()
        group.done()
      }
    }
    let ends = holds.map { hold in
      Task {
        await group.wait()
        _ = hold.count
      }
    }
    for end in ends { await end.value }
    for hold in holds { hold.add() }
  }

  // MARK: Tasks

  public static func taskLocal() async {
    let hold = Hold()
    hold.add()
    await Cargo.$hold.withValue(hold) {
      async let loading: Void = { Cargo.hold?.add() }()
      await loading
      Cargo.hold?.add()
      await Task { Cargo.hold?.add() }.value
    }
    hold.add()
  }

  /// A task that keeps the value may go on after the scope: it shares no memory with it.
  public static func taskLocalThatOutlivesItsScope() async {
    let task = Cargo.$label.withValue("tea") {
      Task {
        await Task.yield()
        return Cargo.label
      }
    }
    Cargo.$label.withValue("salt") { _ = Cargo.label }
    let label = await task.value
    precondition(label == "tea")
  }

  public static func result() async {
    let hold = Hold()
    let loading = Task {
      hold.add()
      try await Task.sleep(for: .seconds(1))
      hold.add()
    }
    _ = await loading.result
    hold.add()
    let failing = Task {
      hold.add()
      throw CancellationError()
    }
    try? await failing.value
    hold.add()
  }

  public static func throwingGroup() async {
    let hold = Hold()
    try? await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        hold.add()
        return 1
      }
      while let count = try await group.next() { hold.count += count }
      group.addTask {
        hold.add()
        throw CancellationError()
      }
      _ = await group.nextResult()
      hold.add()
      group.addTask {
        hold.add()
        return 1
      }
      try await group.waitForAll()
      hold.add()
    }
    hold.add()
  }

  /// The next child starts after what the one before has done, as its parent has seen that.
  public static func childrenInTurn() async {
    let hold = Hold()
    await withTaskGroup { group in
      for _ in 0..<3 {
        group.addTask { hold.add() }
        await group.next()
      }
    }
    await withTaskGroup { group in
      group.addTask { hold.add() }
      await group.waitForAll()
      group.addTask { hold.add() }
    }
    hold.add()
  }

  /// Elements that stand in the buffer of the stream are taken without a wait.
  public static func bufferOfAStream() async {
    let hold = Hold()
    let stream = AsyncStream<Int> { continuation in
      Task {
        hold.add()
        continuation.yield(1)
        continuation.yield(2)
        continuation.finish()
      }
    }
    for _ in 0..<3 { await Task.yield() }
    for await element in stream where element == 1 { hold.add() }
    hold.add()
  }

  public static func throwingStream() async {
    let hold = Hold()
    let (stream, continuation) = AsyncThrowingStream<Int, any Error>.makeStream()
    await together(
      {
        hold.add()
        continuation.yield(1)
        await Task.yield()
        continuation.finish(throwing: CancellationError())
      },
      {
        var iterator = stream.makeAsyncIterator()
        _ = try? await iterator.next()
        hold.add()
        _ = try? await iterator.next()
        hold.add()
      })
  }

  /// What the closure of the stream has done comes before its element.
  public static func unfoldingStream() async {
    let hold = Hold()
    let stream = AsyncStream<Int> {
      await Task { hold.add() }.value
      return hold.count < 4 ? hold.count : nil
    }
    for await _ in stream { hold.add() }
  }

  public static func throwingContinuation() async {
    let hold = Hold()
    try? await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      Task {
        hold.add()
        continuation.resume(throwing: CancellationError())
      }
    }
    hold.add()
  }

  /// Continuations that stand in a list behind a lock, as a semaphore for tasks has them.
  public static func continuationsInAList() async {
    let hold = Hold()
    let permits = Permits()
    await both {
      for _ in 0..<2 {
        await permits.acquire()
        hold.add()
        await Task.yield()
        hold.add()
        permits.release()
      }
    }
    hold.add()
  }

  /// Calls what another module has to say, in two tasks.
  public static func callBack(_ work: @escaping @Sendable () -> Void) async {
    await both { work() }
  }

  // MARK: Actors

  public static func globalActor() async {
    let hold = Hold()
    await both {
      await { @Port in hold.add() }()
      await Port.load(hold)
    }
    await Port.load(hold)
  }

  /// Two actors that have one executor.
  public static func sharedExecutor() async {
    let hold = Hold()
    let port = Pilot(hold, on: Port.shared)
    let other = Pilot(hold, on: Port.shared)
    await together({ await port.load() }, { await other.load() })
    await port.load()
  }

  /// A function that is on the actor that it is given.
  public static func isolatedParameter() async {
    let hold = Hold()
    let crane = Crane(hold)
    await both { await load(hold, on: crane) }
    await crane.add()
  }

  private static func load(_ hold: Hold, on crane: isolated Crane) async {
    hold.add()
    await Task.yield()
    hold.add()
  }

  public static func taskOfTheMainActor() async {
    let hold = Hold()
    await MainActor.run {
      hold.add()
      Task { @MainActor in hold.add() }
      hold.add()
    }
    await Task.yield()
    await MainActor.run { MainActor.assumeIsolated { hold.add() } }
    await MainActor.run { hold.add() }
  }

  /// An actor that lets others in while it waits.
  public static func actorThatWaits() async {
    let crane = Crane(Hold())
    await both {
      async let first: Void = crane.addAfterAWait()
      await crane.add()
      await first
    }
    await crane.add()
  }
}

enum Cargo {
  @TaskLocal static var hold: Hold?
  @TaskLocal static var label = ""
}

@globalActor actor Port {
  static let shared = Port()
  @Port static func load(_ hold: Hold) { hold.add() }
}

actor Pilot {
  private let hold: Hold
  private let port: Port
  nonisolated var unownedExecutor: UnownedSerialExecutor { port.unownedExecutor }

  init(_ hold: Hold, on port: Port) {
    self.hold = hold
    self.port = port
  }
  func load() { hold.add() }
}

/// One permit, and who waits for it.
final class Permits: Sendable {
  private let state = Mutex((isFree: true, waiting: [CheckedContinuation<Void, Never>]()))

  func acquire() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.isFree {
          state.isFree = false
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func release() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.isFree = true
      return nil
    }
    next?.resume()
  }
}
