/// Tasks that are started and awaited.
extension OrderedAccesses {
  public static func endOfATask() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    hold.isOpen = true
    await loading.value
    hold.add()
  }

  /// The task has ended before its value is asked for.
  public static func endOfATaskThatIsOver() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    for _ in 0..<5 { await Task.yield() }
    await loading.value
    hold.add()
  }

  public static func endOfATaskThatOthersAwait() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    let checking = Task {
      await loading.value
      hold.add()
    }
    await checking.value
    hold.add()
  }

  public static func detachedTask() async {
    let hold = Hold()
    hold.add()
    await Task.detached { hold.add() }.value
    hold.add()
  }

  public static func immediateTask() async {
    let hold = Hold()
    hold.add()
    let loading = Task.immediate {
      hold.add()
      await Task.yield()
      hold.add()
    }
    await loading.value
    hold.add()
  }

  /// Ends before the task that starts it goes on.
  public static func immediateTaskThatEndsAtOnce() async {
    let hold = Hold()
    hold.add()
    let loading = Task.immediate { hold.add() }
    await loading.value
    hold.add()
  }

  public static func asyncLet() async {
    let hold = Hold()
    hold.add()
    async let loading: Void = hold.add()
    async let other: Void = Task.yield()
    await other
    await loading
    hold.add()
  }

  public static func asyncLetOnAnActor() async {
    let crane = Crane(Hold())
    async let loading: Void = crane.add()
    async let emptying: Void = MainActor.run { Quay.sacks += 1 }
    for _ in 0..<5 { await Task.yield() }
    await crane.add()
    await emptying
    Quay.sacks += 1
    await loading
  }

  /// Nobody asks for the value: the scope waits.
  public static func endOfAScope() async {
    let hold = Hold()
    do {
      async let _: Void = hold.add()
      await Task.yield()
    }
    hold.add()
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

  /// Calls what another module has to say, in two tasks.
  public static func callBack(_ work: @escaping @Sendable () -> Void) async {
    await both { work() }
  }
}

enum Cargo {
  @TaskLocal static var hold: Hold?
  @TaskLocal static var label = ""
}
