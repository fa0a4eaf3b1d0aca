import Synchronization

/// Tasks that visit an actor one after the other.
extension OrderedAccesses {
  public static func actor() async {
    let crane = Crane(Hold())
    await both {
      await crane.add()
      await crane.addAfterAWait()
      await crane.add()
    }
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

  /// What came before a visit to an actor comes before the next visitor.
  public static func throughAnActor() async {
    let hold = Hold()
    let crane = Crane(Hold())
    await together(
      {
        hold.add()
        await crane.open()
      },
      {
        while await !crane.isOpen { await Task.yield() }
        hold.add()
      })
  }

  public static func mainActor() async {
    let hold = Hold()
    await together(
      { await MainActor.run { hold.add() } }, { Task { @MainActor in hold.add() } })
    await MainActor.run { hold.add() }
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

  public static func taskOfAnActor() async {
    let crane = Crane(Hold())
    await together({ await crane.startAdding().value }, { await crane.add() })
    await crane.add()
  }

  /// A continuation of a task on an actor, which goes on there without being seen.
  public static func resumedOnAnActor() async {
    let hold = Hold()
    let gate = ActorGate()
    await together(
      {
        await gate.wait()
        hold.add()
      },
      {
        hold.add()
        await gate.open()
      })
  }

  public static func resumedOntoAnActor() async {
    let hold = Hold()
    let gate = Gate()
    let crane = Crane(hold)
    await together(
      { await crane.wait(for: gate) },
      {
        hold.add()
        gate.open()
      })
  }

  public static func resumedFromOutsideAnActor() async {
    let hold = Hold()
    let waiting = WaitingCrane(hold)
    await together(
      { await waiting.wait() },
      {
        while !waiting.isWaiting.load(ordering: .relaxed) { await Task.yield() }
        hold.add()
        waiting.goOn()
      })
  }

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
}

actor Crane {
  private let hold: Hold
  private(set) var isOpen = false

  init(_ hold: Hold) { self.hold = hold }
  func open() { isOpen = true }
  func add() { hold.add() }
  func addAfterAWait() async {
    hold.add()
    await Task.yield()
    hold.add()
  }
  func wait(for gate: Gate) async {
    await gate.wait()
    hold.add()
  }
  func startAdding() -> Task<Void, Never> { Task { add() } }
}

actor ActorGate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func wait() async {
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }
  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}

actor WaitingCrane {
  private let hold: Hold
  nonisolated let isWaiting = Atomic(false)
  private nonisolated let waiting = Mutex<UnsafeContinuation<Void, Never>?>(nil)

  init(_ hold: Hold) { self.hold = hold }
  func wait() async {
    await withUnsafeContinuation { continuation in
      waiting.withLock { $0 = continuation }
      isWaiting.store(true, ordering: .relaxed)
    }
    hold.add()
  }
  nonisolated func goOn() { waiting.withLock { $0 }?.resume() }
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
