public import Probe
public import Synchronization

// One run of a select: finds the case to continue with, and waits for it if it must.
//
// Waiting has three steps, as in Go. The select locks all channels and looks for a case that is
// ready. If there is none, it enters the queues of its channels, still under the locks. When it is
// awake again, it leaves the queues in which it still is. Looking under all locks makes the choice
// atomic: if one of two channels is ready at any time, the default case is never chosen.
extension SelectCases {
  /// Finds the case to continue with.
  @inlinable nonisolated(nonsending) func choose(
    _ state: inout State, at place: Place
  ) async -> Int {
    if Observer.current != nil { await arrive(at: place) }
    var result = CaseResult(.waiting)
    var winner = holdingAllLocks { locked in attemptReadyCase(locked, &result, &state) }
    if winner == nil { winner = firstNumber { if case .nothingElse = $0 { true } else { false } } }
    let chosen = if let winner { winner } else { await wait(&result, &state, at: place) }
    wakePartner(chosen, after: result)
    if Observer.current != nil || result.outcome == .closed {
      tell(chosen, result, state, at: place)
    }
    return chosen
  }

  /// Enters the queues and suspends the task until one case has won.
  @inlinable @inline(never)
  nonisolated(nonsending) func wait(
    _ result: inout CaseResult, _ state: inout State, at place: Place
  ) async -> Int {
    if let observer = Observer.current {
      observer.willWait(in: operation(at: place))
    } else {
      checkOutside(operation(at: place))
    }
    let claim = SelectClaim()
    let cancellationWinner = cancellationWinner
    var timers = Timers()
    var atOnce: Int?
    await suspend { continuation in
      atOnce = holdingAllLocks { locked in
        // A case may have become ready since `choose` looked.
        if let ready = attemptReadyCase(locked, &result, &state) { return ready }
        claim.open(continuation)
        enqueueCases(locked, &state, claim)
        return nil
      }
      guard atOnce == nil else { return continuation.resume() }
      for number in 0..<count {
        if case .time(let delay) = event(number) { timers.start(delay, number, for: claim) }
      }
      // The handler may have run before the claim was open.
      if Task.isCancelled { claim.cancel(cancellationWinner) }
    } onCancel: {
      claim.cancel(cancellationWinner)
    }
    timers.cancel()
    let chosen = atOnce ?? claim.winner.load(ordering: .acquiring)
    for number in 0..<count {
      let end = dequeue(number, &state)
      if atOnce == nil, number == chosen { result = end }
    }
    Observer.current?.didWait()
    return chosen
  }

  /// Enqueues one case for each channel and role; if there are several, each is as likely as another.
  ///
  /// A partner takes the waiter that came first, so a second waiter of this select could never win.
  @inlinable func enqueueCases(
    _ locked: UnsafeMutableBufferPointer<LockedCase>, _ state: inout State, _ claim: SelectClaim
  ) {
    for index in locked.indices where !locked[index].isWaiting {
      var rivals = 0
      visitRivals(locked, from: index) { rival in
        locked[rival].isWaiting = true
        rivals += 1
      }
      var place = random(below: rivals)
      var chosen = index
      visitRivals(locked, from: index) { rival in
        if place == 0 { chosen = rival }
        place -= 1
      }
      guard let rules = locked[chosen].rules else { continue }
      let number = locked[chosen].number
      enqueue(number, rules, &state, as: SelectTicket(claim, number))
    }
  }

  /// Calls `visit` for the case at `index` and for those after it with the same channel and role.
  @inlinable func visitRivals(
    _ locked: UnsafeMutableBufferPointer<LockedCase>, from index: Int, _ visit: (Int) -> Void
  ) {
    let verb = locked[index].verb
    var next: Int? = index
    while let index = next {
      if locked[index].verb == verb { visit(index) }
      next = locked[index].next
    }
  }

  /// Sends or receives for one of the cases that are ready, each as likely as another.
  ///
  /// The cases are counted in the order in which they are written, so that a schedule chooses the
  /// same case in every run.
  @inlinable func attemptReadyCase(
    _ locked: UnsafeMutableBufferPointer<LockedCase>, _ result: inout CaseResult,
    _ state: inout State
  ) -> Int? {
    var readyCount = 0
    for index in locked.indices {
      guard let rules = locked[index].rules else { continue }
      locked[index].isReady = isReady(locked[index].number, rules)
      if locked[index].isReady { readyCount += 1 }
    }
    // The `Cancelled` case counts as the last one.
    let cancelled = if let cancellation, Task.isCancelled { cancellation } else { Int?.none }
    if cancelled != nil { readyCount += 1 }
    while readyCount > 0 {
      var place = random(below: readyCount)
      readyCount -= 1
      var chosen: Int?
      for index in locked.indices where locked[index].isReady {
        if place == 0 { chosen = index }
        place -= 1
      }
      guard let chosen, let rules = locked[chosen].rules else { return cancelled }
      let number = locked[chosen].number
      // A partner that waited when we looked may have been claimed by another of its cases since.
      result = attempt(number, rules, &state)
      if result.outcome != .waiting { return number }
      locked[chosen].isReady = false
    }
    return nil
  }

  /// The number of the first case whose event satisfies `isWanted`.
  @inlinable func firstNumber(where isWanted: (SelectEvent) -> Bool) -> Int? {
    for number in 0..<count where isWanted(event(number)) { return number }
    return nil
  }

  /// The number of the first `Cancelled` case, if there is one.
  @inlinable var cancellation: Int? {
    firstNumber { if case .cancellation = $0 { true } else { false } }
  }

  /// The case that a cancellation chooses: `Cancelled`, or else the first `Receive`.
  @inlinable var cancellationWinner: Int? {
    cancellation ?? firstNumber { if case .channel(.receive, _) = $0 { true } else { false } }
  }

  /// Lets other tasks run first, if the observer wants that.
  @inlinable @inline(never) nonisolated(nonsending) func arrive(at place: Place) async {
    guard let observer = Observer.current else { return }
    let operation = operation(at: place)
    observer.check(operation)
    await observer.schedulingPoint(operation)
  }

  /// Tells the observer what happened; traps for a misuse without an observer.
  @inlinable @inline(never) func tell(
    _ chosen: Int, _ result: CaseResult, _ state: State, at place: Place
  ) {
    guard case .channel(let verb, _) = event(chosen), let resource = resource(chosen) else {
      Observer.current?.note(operation(at: place), value: nil)
      return
    }
    let isMisuse = verb == .send && result.outcome == .closed
    // Describing the operation allocates, and a receive from a closed channel must not.
    guard isMisuse || Observer.current != nil else { return }
    let done = Operation(verb, [resource], at: place)
    if isMisuse {
      misuse(.sendOnClosed, in: done)
    } else {
      Observer.current?.note(done, value: element(chosen, state))
    }
  }

  /// Describes this select in reports.
  @inlinable func operation(at place: Place) -> Probe.Operation {
    Operation(.select, (0..<count).compactMap(resource), at: place)
  }
}
