import Channels
import Synchronization

/// A cancellation comes after what the task did before that is cancelled, and after what the task did
/// that cancels; and the task goes on after its handler.
extension OrderedAccesses {
  /// The handler changes what the child has made.
  private static func cancellableWait(_ hold: Hold) async {
    hold.add()
    await withTaskCancellationHandler {
      try? await Task.sleep(for: .seconds(1))
    } onCancel: {
      hold.add()
    }
    hold.add()
  }

  public static func childOfAGroupThatThrows() async {
    struct Storm: Error {}
    let holds = [Hold(), Hold()]
    try? await withThrowingTaskGroup { group in
      for hold in holds { group.addTask { await cancellableWait(hold) } }
      group.addTask {
        await Task.yield()
        throw Storm()
      }
      for try await _ in group {}
    }
    for hold in holds { hold.add() }
  }

  /// The body of the group throws, and awaits nothing.
  public static func groupWhoseBodyThrows() async {
    struct Storm: Error {}
    let hold = Hold()
    try? await withThrowingTaskGroup { group in
      group.addTask { await cancellableWait(hold) }
      await Task.yield()
      await Task.yield()
      throw Storm()
    }
    hold.add()
  }

  /// The task that fails cancels the others itself.
  public static func childOfADiscardingGroupThatThrows() async {
    struct Storm: Error {}
    let hold = Hold()
    try? await withThrowingDiscardingTaskGroup { group in
      group.addTask { await cancellableWait(hold) }
      group.addTask {
        await Task.yield()
        throw Storm()
      }
    }
    hold.add()
  }

  public static func grandchildOfAGroupThatThrows() async {
    struct Storm: Error {}
    let hold = Hold()
    try? await withThrowingTaskGroup { group in
      group.addTask {
        async let waiting: Void = cancellableWait(hold)
        await waiting
      }
      group.addTask {
        await Task.yield()
        throw Storm()
      }
      for try await _ in group {}
    }
    hold.add()
  }

  public static func childOfAGroupThatIsCancelled() async {
    let hold = Hold()
    await withTaskGroup { group in
      group.addTask { await cancellableWait(hold) }
      await Task.yield()
      group.cancelAll()
    }
    hold.add()
    await withDiscardingTaskGroup { group in
      group.addTask { await cancellableWait(hold) }
      await Task.yield()
      group.cancelAll()
    }
    hold.add()
  }

  public static func asyncLetThatNobodyAwaits() async {
    let hold = Hold()
    do {
      async let _: Void = cancellableWait(hold)
      await Task.yield()
      await Task.yield()
    }
    hold.add()
  }

  /// An error leaves the scope of an `async let`.
  public static func asyncLetThatAnErrorLeaves() async {
    struct Storm: Error {}
    let hold = Hold()
    func sail() async throws {
      async let waiting: Void = cancellableWait(hold)
      await Task.yield()
      if hold.names.isEmpty { throw Storm() }
      await waiting
    }
    try? await sail()
    hold.add()
  }

  public static func childrenOfATaskThatIsCancelled() async {
    let holds = [Hold(), Hold()]
    let task = Task {
      await withTaskGroup { group in
        for hold in holds { group.addTask { await cancellableWait(hold) } }
      }
    }
    await Task.yield()
    await Task.yield()
    task.cancel()
    await task.value
    for hold in holds { hold.add() }
  }

  public static func cancelsItself() async {
    let hold = Hold()
    await Task {
      hold.add()
      await withTaskCancellationHandler {
        withUnsafeCurrentTask { $0?.cancel() }
        hold.add()
      } onCancel: {
        hold.add()
      }
    }.value
    hold.add()
  }

  /// What the canceller did before comes before the handler.
  public static func beforeTheCancellation() async {
    let hold = Hold()
    let waiting = Task {
      await withTaskCancellationHandler {
        try? await Task.sleep(for: .seconds(1))
      } onCancel: {
        hold.add()
      }
    }
    hold.add()
    await Task.yield()
    hold.add()
    waiting.cancel()
    await waiting.value
  }

  /// What the canceller did before comes before what the task does that sees it.
  public static func lookForACancellation() async {
    let hold = Hold()
    let looking = Task {
      while !Task.isCancelled { await Task.yield() }
      hold.add()
    }
    hold.add()
    looking.cancel()
    await looking.value
    let checking = Task {
      while (try? Task.checkCancellation()) != nil { await Task.yield() }
      hold.add()
    }
    hold.add()
    checking.cancel()
    await checking.value
  }

  /// The handler hands over to the task.
  public static func handlerBeforeTheTask() async {
    let hold = Hold()
    let waiting = Task {
      let gate = Gate()
      await withTaskCancellationHandler {
        await gate.wait()
        hold.add()
      } onCancel: {
        hold.add()
        gate.open()
      }
    }
    await Task.yield()
    waiting.cancel()
    await waiting.value
  }

  /// The task leaves the scope of its handler, which may be running.
  public static func endOfAHandler() async {
    let hold = Hold()
    let waiting = Task {
      await withTaskCancellationHandler {
        while !Task.isCancelled { await Task.yield() }
      } onCancel: {
        hold.add()
      }
      hold.add()
    }
    await Task.yield()
    waiting.cancel()
    await waiting.value
  }

  public static func sleepThatIsCancelled() async {
    let hold = Hold()
    let sleeping = Task {
      try? await Task.sleep(for: .seconds(1))
      hold.add()
    }
    await Task.yield()
    hold.add()
    sleeping.cancel()
    await sleeping.value
  }

  /// A channel's own handler takes the waiting task out of the queue.
  public static func receiveThatIsCancelled() async {
    let hold = Hold()
    let channel = Channel<Int>()
    let receiving = Task {
      hold.add()
      _ = await channel.receive()
      hold.add()
    }
    await Task.yield()
    receiving.cancel()
    await receiving.value
    hold.add()
    try? await withThrowingTaskGroup { group in
      struct Storm: Error {}
      group.addTask {
        _ = await channel.receive()
        hold.add()
      }
      await Task.yield()
      hold.add()
      throw Storm()
    }
    hold.add()
  }

  /// The end of a stream is told to who made it.
  public static func streamThatIsCancelled() async {
    let hold = Hold()
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    let reading = Task {
      hold.add()
      for await _ in stream {}
      hold.add()
    }
    continuation.onTermination = { _ in hold.add() }
    await Task.yield()
    await Task.yield()
    reading.cancel()
    await reading.value
    hold.add()
  }

  public static func cancellation() async {
    let gate = Gate()
    let waiting = Task { await gate.wait() }
    await Task.yield()
    await together({ waiting.cancel() }, { gate.open() })
    struct E: Error {}
    try? await withThrowingTaskGroup { group in
      for _ in 0..<2 { group.addTask { await Gate().wait() } }
      group.addTask { throw E() }
      for try await _ in group {}
    }
    async let _: Void = Gate().wait()
    await Task.yield()
  }

  /// A handler uses what the task has done before it waits.
  public static func handlerOfACancellation() async {
    let hold = Hold()
    let waiting = Task {
      hold.add()
      await withTaskCancellationHandler {
        try? await Task.sleep(for: .seconds(1))
      } onCancel: {
        hold.add()
      }
    }
    await Task.yield()
    waiting.cancel()
    await waiting.value
    hold.add()
  }
}
