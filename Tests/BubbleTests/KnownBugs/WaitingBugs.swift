import Bubble

extension KnownBug {
  static let waiting = [lostWakeUp, ifInsteadOfWhile, oneListForBothSides]

  /// One switch: between the look at the gate and the place in the list.
  private static let lostWakeUp = KnownBug("lost wake-up", .deadlocked) {
    let gate = Gate()
    await withTaskGroup { group in
      group.addTask { await gate.lookThenLogThenWait() }
      group.addTask { await gate.open() }
    }
  } right: {
    let gate = Gate()
    await withTaskGroup { group in
      group.addTask { await gate.logThenLookAndWait() }
      group.addTask { await gate.open() }
    }
  }

  /// One switch: the second taker comes after the crate and before the taker that it wakes.
  private static let ifInsteadOfWhile = KnownBug(
    "bounded buffer, if instead of while", .wrong, isSmall: false
  ) {
    let (quay, failures) = (Quay(), Tally())
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { if await !quay.takeAfterIf() { failures.add() } } }
      group.addTask { for _ in 1...2 { await quay.put() } }
    }
    if failures.count > 0 { throw Quay.WasEmpty() }
  } right: {
    let (quay, failures) = (Quay(), Tally())
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { if await !quay.takeAfterWhile() { failures.add() } } }
      group.addTask { for _ in 1...2 { await quay.put() } }
    }
    if failures.count > 0 { throw Quay.WasEmpty() }
  }

  /// No switch, but an order: both take, both put, and only then the first taker goes on.
  ///
  /// It wakes the other taker, who finds nothing and waits behind the one who still wants to put.
  private static let oneListForBothSides = KnownBug(
    "bounded buffer, one list for both sides", .deadlocked, isSmall: false
  ) {
    let quay = SharedListQuay(wakesAll: false)
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { await quay.take() } }
      for _ in 1...2 { group.addTask { await quay.put() } }
    }
  } right: {
    let quay = SharedListQuay(wakesAll: true)
    await withTaskGroup { group in
      for _ in 1...2 { group.addTask { await quay.take() } }
      for _ in 1...2 { group.addTask { await quay.put() } }
    }
  }
}

private actor Gate {
  private var isOpen = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  /// Wrong: the gate may open between the look and the place in the list.
  func lookThenLogThenWait() async {
    guard !isOpen else { return }
    await log()
    await withCheckedContinuation { waiters.append($0) }
  }

  func logThenLookAndWait() async {
    await log()
    guard !isOpen else { return }
    await withCheckedContinuation { waiters.append($0) }
  }

  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }

  private func log() async { await Task.yield() }
}

/// Has room for one crate.
private actor Quay {
  struct WasEmpty: Error {}

  private var crates = 0
  private var takers: [CheckedContinuation<Void, Never>] = []
  private var putters: [CheckedContinuation<Void, Never>] = []

  func put() async {
    while crates == 1 { await withCheckedContinuation { putters.append($0) } }
    crates += 1
    if !takers.isEmpty { takers.removeFirst().resume() }
  }

  /// Wrong: between the wake-up and the next step another taker may come.
  func takeAfterIf() async -> Bool {
    if crates == 0 { await withCheckedContinuation { takers.append($0) } }
    return take()
  }

  func takeAfterWhile() async -> Bool {
    while crates == 0 { await withCheckedContinuation { takers.append($0) } }
    return take()
  }

  private func take() -> Bool {
    guard crates > 0 else { return false }
    crates -= 1
    if !putters.isEmpty { putters.removeFirst().resume() }
    return true
  }
}

/// Has room for one crate, and one list for those who put and those who take.
private actor SharedListQuay {
  private var isFull = false
  private var waiters: [CheckedContinuation<Void, Never>] = []
  private let wakesAll: Bool

  init(wakesAll: Bool) { self.wakesAll = wakesAll }

  func put() async {
    while isFull { await withCheckedContinuation { waiters.append($0) } }
    isFull = true
    wake()
  }

  func take() async {
    while !isFull { await withCheckedContinuation { waiters.append($0) } }
    isFull = false
    wake()
  }

  private func wake() {
    let woken = wakesAll ? waiters.count : min(1, waiters.count)
    for waiter in waiters.prefix(woken) { waiter.resume() }
    waiters.removeFirst(woken)
  }
}
