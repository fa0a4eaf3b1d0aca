public import Probe
public import Synchronization

// One run of a select: finds the case to go on with, and waits for it if it must.
//
// Waiting is done in three steps, as in Go. With all channels locked it looks for a case that is
// ready; then, still under the locks, it stands in line at every channel; awake again, it leaves
// all lines in which it still stands. Looking under all locks is what makes the choice atomic: with
// one of two channels always ready, the default case is never taken.
extension SelectArms {
  /// Finds the case to go on with.
  @inlinable nonisolated(nonsending) func choose(
    _ state: inout State, at place: Place
  ) async -> Int {
    if Observer.current != nil { await arrive(at: place) }
    var turn = SelectTurn(.waiting)
    var winner = holdingAllLocks { locked in takeReadyTurn(locked, &turn, &state) }
    if winner == nil { winner = firstNumber { if case .nothingElse = $0 { true } else { false } } }
    let chosen = if let winner { winner } else { await wait(&turn, &state, at: place) }
    wakePartner(chosen, of: turn)
    if Observer.current != nil || turn.outcome == .closed { tell(chosen, turn, state, at: place) }
    return chosen
  }

  /// Stands in line everywhere and suspends the task until one case has won.
  @inlinable @inline(never)
  nonisolated(nonsending) func wait(
    _ turn: inout SelectTurn, _ state: inout State, at place: Place
  ) async -> Int {
    Observer.current?.willWait(in: operation(at: place))
    let choice = Choice()
    let cancellationWinner = cancellationWinner
    var timers = Timers()
    var atOnce: Int?
    await suspend { continuation in
      atOnce = holdingAllLocks { locked in
        // Something may have become ready since `choose` has looked.
        if let ready = takeReadyTurn(locked, &turn, &state) { return ready }
        choice.open(continuation)
        enqueue(locked, &state, as: choice)
        return nil
      }
      guard atOnce == nil else { return continuation.resume() }
      for number in 0..<count {
        if case .time(let delay) = event(number) { timers.start(delay, number, for: choice) }
      }
      // The handler may have run before the choice was open.
      if Task.isCancelled { choice.cancel(cancellationWinner) }
    } onCancel: {
      choice.cancel(cancellationWinner)
    }
    timers.cancel()
    let chosen = atOnce ?? choice.winner.load(ordering: .acquiring)
    for number in 0..<count {
      let end = leaveLine(number, &state)
      if atOnce == nil, number == chosen { turn = end }
    }
    Observer.current?.didWait()
    return chosen
  }

  /// Lets one case wait at each channel; of several in the same role, each is as likely as another.
  ///
  /// A partner takes the waiter that came first, so a second one of this select could never win.
  @inlinable func enqueue(
    _ locked: UnsafeMutableBufferPointer<LockedArm>, _ state: inout State, as choice: Choice
  ) {
    for index in locked.indices where !locked[index].isWaiting {
      var rivals = 0
      visitRivals(locked, from: index) { rival in
        locked[rival].isWaiting = true
        rivals += 1
      }
      var place = chance(below: rivals)
      var chosen = index
      visitRivals(locked, from: index) { rival in
        if place == 0 { chosen = rival }
        place -= 1
      }
      guard let rules = locked[chosen].rules else { continue }
      let number = locked[chosen].number
      standInLine(number, rules, &state, as: SelectTicket(choice, number))
    }
  }

  /// Calls `visit` for the case at `index` and those after it on the same channel and in its role.
  @inlinable func visitRivals(
    _ locked: UnsafeMutableBufferPointer<LockedArm>, from index: Int, _ visit: (Int) -> Void
  ) {
    let verb = locked[index].verb
    var next: Int? = index
    while let index = next {
      if locked[index].verb == verb { visit(index) }
      next = locked[index].next
    }
  }

  /// Lets one of the cases that are ready take its turn, each as likely as another.
  ///
  /// They are counted as they are written, so that a schedule chooses the same case in every run.
  @inlinable func takeReadyTurn(
    _ locked: UnsafeMutableBufferPointer<LockedArm>, _ turn: inout SelectTurn,
    _ state: inout State
  ) -> Int? {
    var readyCount = 0
    for index in locked.indices {
      guard let rules = locked[index].rules else { continue }
      locked[index].isReady = isReady(locked[index].number, rules)
      if locked[index].isReady { readyCount += 1 }
    }
    // The cancellation stands behind all arms.
    let cancelled = if let cancellation, Task.isCancelled { cancellation } else { Int?.none }
    if cancelled != nil { readyCount += 1 }
    while readyCount > 0 {
      var place = chance(below: readyCount)
      readyCount -= 1
      var chosen: Int?
      for index in locked.indices where locked[index].isReady {
        if place == 0 { chosen = index }
        place -= 1
      }
      guard let chosen, let rules = locked[chosen].rules else { return cancelled }
      let number = locked[chosen].number
      // A partner that stood in line a moment ago may have been claimed by another of its cases.
      turn = takeTurn(number, rules, &state)
      if turn.outcome != .waiting { return number }
      locked[chosen].isReady = false
    }
    return nil
  }

  /// The first case whose event is wanted.
  @inlinable func firstNumber(where isWanted: (SelectEvent) -> Bool) -> Int? {
    for number in 0..<count where isWanted(event(number)) { return number }
    return nil
  }

  /// The number of the `Cancelled` case, if there is one.
  @inlinable var cancellation: Int? {
    firstNumber { if case .cancellation = $0 { true } else { false } }
  }

  /// The case that a cancellation chooses: `Cancelled`, or else the first `Receive`.
  @inlinable var cancellationWinner: Int? {
    cancellation ?? firstNumber { if case .channel(.receive, _) = $0 { true } else { false } }
  }

  /// Lets other tasks go first, if the observer wants that.
  @inlinable @inline(never) nonisolated(nonsending) func arrive(at place: Place) async {
    guard let observer = Observer.current else { return }
    let operation = operation(at: place)
    observer.check(operation)
    await observer.schedulingPoint(operation)
  }

  /// Tells the observer, or the trap, what has happened.
  @inlinable @inline(never) func tell(
    _ chosen: Int, _ turn: SelectTurn, _ state: State, at place: Place
  ) {
    guard case .channel(let verb, _) = event(chosen), let resource = resource(chosen) else {
      Observer.current?.note(operation(at: place), value: nil)
      return
    }
    let isMisuse = verb == .send && turn.outcome == .closed
    // Naming the operation allocates: a receive from a closed channel must not pay for that.
    guard isMisuse || Observer.current != nil else { return }
    let done = Operation(verb, [resource], at: place)
    if isMisuse {
      misuse("send on closed channel", in: done)
    } else {
      Observer.current?.note(done, value: element(chosen, state))
    }
  }

  /// Names this select in reports.
  @inlinable func operation(at place: Place) -> Probe.Operation {
    Operation(.select, (0..<count).compactMap(resource), at: place)
  }
}
