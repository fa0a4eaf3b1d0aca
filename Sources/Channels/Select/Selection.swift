import Probe
import Synchronization

/// One run of a select: finds the case to go on with, and waits for it if it must.
///
/// Waiting is done in three steps, as in Go. With all channels locked it looks for a case that is
/// ready; then, still under the locks, it stands in line at every channel; awake again, it leaves
/// all lines in which it still stands. Looking under all locks is what makes the choice atomic: with
/// one of two channels always ready, the default case is never taken.
final class Selection {
  /// The channel cases with their numbers, in the order in which they were written.
  private let arms: [(number: Int, arm: Arm)]
  /// The same in the order of their locks.
  private let lockOrder: [Arm]
  private let timers: [(number: Int, delay: Duration)]
  private let cancelled: Int?
  private let defaultNumber: Int?
  private let place: Place
  /// The case that a cancellation chooses: `Cancelled`, or else the first `Receive`.
  private let cancellationWinner: Int?

  init(_ events: [SelectEvent], at place: Place) {
    var arms: [(number: Int, arm: Arm)] = []
    var timers: [(number: Int, delay: Duration)] = []
    var cancelled: Int?
    var defaultNumber: Int?
    for (number, event) in events.enumerated() {
      switch event {
      case .channel(let arm): arms.append((number, arm))
      case .never: break
      case .time(let delay): timers.append((number, delay))
      case .cancellation: cancelled = cancelled ?? number
      case .nothingElse: defaultNumber = defaultNumber ?? number
      }
    }
    self.arms = arms
    self.timers = timers
    self.cancelled = cancelled
    self.defaultNumber = defaultNumber
    self.place = place
    var order = arms.map(\.arm)
    if order.count > 1 { order.sort { $0.address < $1.address } }
    lockOrder = order
    cancellationWinner = cancelled ?? arms.first { $0.arm.verb == .receive }?.number
  }

  /// Finds the case to go on with.
  nonisolated(nonsending) func choose() async -> Int {
    if let observer = Observer.current {
      observer.check(operation)
      await observer.schedulingPoint(operation)
    }
    var winner: Int?
    holdingAllLocks { winner = self.takeReadyTurn() }
    if winner == nil { winner = defaultNumber }
    if let winner { return finish(winner) }
    Observer.current?.willWait(in: operation)
    let chosen = await wait()
    Observer.current?.didWait()
    return finish(chosen)
  }

  /// Stands in line everywhere and suspends the task until one case has won.
  private nonisolated(nonsending) func wait() async -> Int {
    let choice = Choice()
    let cancellationWinner = cancellationWinner
    var running = Timers()
    var atOnce: Int?
    await suspend { continuation in
      holdingAllLocks {
        // Something may have become ready since `choose` has looked.
        atOnce = takeReadyTurn()
        guard atOnce == nil else { return }
        choice.open(continuation)
        for (number, arm) in arms { arm.enqueue(for: choice, number) }
      }
      guard atOnce == nil else { return continuation.resume() }
      running.start(timers, for: choice)
      // The handler may have run before the choice was open.
      if Task.isCancelled { choice.cancel(cancellationWinner) }
    } onCancel: {
      choice.cancel(cancellationWinner)
    }
    running.cancel()
    for (_, arm) in arms { arm.leave() }
    return atOnce ?? choice.winner.load(ordering: .acquiring)
  }

  /// Lets one of the cases that are ready take its turn, each as likely as another.
  private func takeReadyTurn() -> Int? {
    // Nothing is allocated in here: the numbers of the ready arms stand in a set of bits.
    var ready = IndexBits()
    for index in arms.indices where arms[index].arm.isReady() { ready.insert(index) }
    var count = ready.count
    // The cancellation stands behind all arms.
    if cancelled != nil, Task.isCancelled { count += 1 }
    while count > 0 {
      let chosen = chance(below: count)
      count -= 1
      guard let index = ready.remove(at: chosen) else { return cancelled }
      // A partner that stood in line a moment ago may have been claimed by another of its cases.
      if arms[index].arm.takeTurn() { return arms[index].number }
    }
    return nil
  }

  /// Wakes the partner, and tells the observer and the trap what has happened.
  private func finish(_ winner: Int) -> Int {
    guard let arm = arms.first(where: { $0.number == winner })?.arm else {
      Observer.current?.note(operation, value: nil)
      return winner
    }
    arm.wakePartner()
    let done = Operation(arm.verb, [arm.resource], at: place)
    if arm.verb == .send, arm.foundClosed {
      misuse("send on closed channel", in: done)
    } else {
      Observer.current?.note(done, value: arm.describeElement())
    }
    return winner
  }

  /// Runs `body` while this select holds the locks of all its channels.
  private func holdingAllLocks(from index: Int = 0, _ body: () -> Void) {
    guard index < lockOrder.count else { return body() }
    let arm = lockOrder[index]
    if index > 0, lockOrder[index - 1].address == arm.address {
      arm.sharing(lockOrder[index - 1]) { holdingAllLocks(from: index + 1, body) }
    } else {
      arm.locked { holdingAllLocks(from: index + 1, body) }
    }
  }

  private var operation: Probe.Operation {
    Operation(.select, arms.map(\.arm.resource), at: place)
  }
}
