import Bubble

private struct LoadedTwice: Error {}
private struct Overdrawn: Error {}

extension KnownBug {
  static let checkThenAct = [doubleCheckedInitialization, cacheStampede, overdrawnAccount]

  /// One switch: while the first task starts the crane, the actor is free for the second.
  private static let doubleCheckedInitialization = KnownBug(
    "double-checked initialization across an await", .wrong
  ) {
    let starts = Tally()
    let harbor = Harbor(starts)
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { _ = await harbor.craneCheckedTwice() } }
    }
    if starts.count > 1 { throw LoadedTwice() }
  } right: {
    let starts = Tally()
    let harbor = Harbor(starts)
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { _ = await harbor.craneStartedOnce() } }
    }
    if starts.count > 1 { throw LoadedTwice() }
  }

  /// One switch: between one task's look into the cache and what it stores there.
  private static let cacheStampede = KnownBug("cache stampede", .wrong) {
    let (loads, cache) = (Tally(), Cache())
    await withTaskGroup { group in
      for _ in 1...2 {
        group.addTask {
          if await cache.manifest != nil { return }
          loads.add()
          await Task.yield()
          await cache.store("coal")
        }
      }
    }
    if loads.count > 1 { throw LoadedTwice() }
  } right: {
    let (loads, cache) = (Tally(), Cache())
    await withTaskGroup { group in
      for _ in 1...2 {
        group.addTask {
          _ = await cache.manifest {
            loads.add()
            await Task.yield()
            return "coal"
          }
        }
      }
    }
    if loads.count > 1 { throw LoadedTwice() }
  }

  /// One switch: between a look at the balance and what is done about it.
  private static let overdrawnAccount = KnownBug("overdrawn account", .wrong) {
    let account = Account()
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { await account.withdrawAfterLook(60) } }
    }
    if await account.balance < 0 { throw Overdrawn() }
  } right: {
    let account = Account()
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { await account.withdrawOrPutBack(60) } }
    }
    if await account.balance < 0 { throw Overdrawn() }
  }
}

private actor Harbor {
  private var crane: String?
  private var starting: Task<String, Never>?
  private let starts: Tally

  init(_ starts: Tally) { self.starts = starts }

  /// Wrong: the second check keeps one of two cranes; both have been started.
  func craneCheckedTwice() async -> String {
    if let crane { return crane }
    let started = await Self.start(starts)
    if crane == nil { crane = started }
    return crane ?? started
  }

  /// Right: what the second task has to find is there before the first one waits.
  func craneStartedOnce() async -> String {
    let start = starting ?? Task { [starts] in await Self.start(starts) }
    starting = start
    return await start.value
  }

  private static func start(_ starts: Tally) async -> String {
    starts.add()
    await Task.yield()
    return "crane"
  }
}

private actor Cache {
  private(set) var manifest: String?
  private var loading: Task<String, Never>?

  func store(_ manifest: String) { self.manifest = manifest }

  func manifest(orLoad load: @escaping @Sendable () async -> String) async -> String {
    let task = loading ?? Task { await load() }
    loading = task
    return await task.value
  }
}

private actor Account {
  private(set) var balance = 100

  func withdrawAfterLook(_ amount: Int) async {
    guard balance >= amount else { return }
    await approve()
    balance -= amount
  }

  func withdrawOrPutBack(_ amount: Int) async {
    guard balance >= amount else { return }
    balance -= amount
    if await !approve() { balance += amount }
  }

  /// The bank is asked, and the actor is free for others until it answers.
  @discardableResult private func approve() async -> Bool {
    await Task.yield()
    return true
  }
}
