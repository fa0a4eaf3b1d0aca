public import Probe
public import Synchronization

// One run of a select, in the three passes of Go's `select.go`:
//
// 1. Lock all channels, and look for a case that is ready, in random order.
// 2. If there is none, enqueue on all channels, and unlock them.
// 3. When the task is awake again, lock all channels, and dequeue from those that lost.
//
// Looking under all locks makes the choice atomic: if at every moment one of two channels is ready,
// the default case is never chosen. Passes 1 and 2 share the locks, so no case becomes ready in
// between.
extension __SelectComponent {
  /// Finds the case to continue with, and waits for it if it must.
  @inlinable nonisolated(nonsending) func choose(
    _ state: inout State, at place: CallSite
  ) async -> Int {
    if Observer.current != nil { await arrive(at: place) }
    var chosen = 0
    if let claim = withRecords({ chooseOrEnqueue($0, &chosen, &state, at: place) }) {
      await claim.wait()
      chosen = claim.winner.load(ordering: .acquiring)
      withRecords { dequeueAll($0, chosen, &state, at: place) }
    }
    return chosen
  }

  /// Passes 1 and 2: sets `chosen`, or enqueues the select and returns its claim.
  @inlinable func chooseOrEnqueue(
    _ cases: CaseRecords, _ chosen: inout Int, _ state: inout State, at place: CallSite
  ) -> SelectClaim? {
    var claim: SelectClaim?
    lockAll(cases) {
      if let number = attemptReadyCase(cases, &state) ?? cases.nothingElse {
        chosen = number
      } else {
        claim = enqueueAll(cases, &state)
      }
    }
    if let claim {
      cases.startWaiting(claim, at: place)
    } else {
      finish(cases, chosen, &state, at: place)
    }
    return claim
  }

  /// Pass 1: sends or receives for one of the cases that are ready, each as likely as another.
  @inlinable func attemptReadyCase(_ cases: CaseRecords, _ state: inout State) -> Int? {
    for number in cases.indices {
      guard let rules = cases[number].rules else { continue }
      cases[number].isReady = _perform(.look, number, &state, rules)
    }
    if let cancellation = cases.cancellation, Task.isCancelled {
      cases[cancellation].isReady = true
    }
    while let number = cases.draw(where: { cases[$0].isReady }) {
      guard let rules = cases[number].rules else { return number }
      if _perform(.attempt, number, &state, rules) { return number }
      // The partner that waited when we looked is a select; another of its cases has claimed it
      // since.
      cases[number].isReady = false
    }
    return nil
  }

  /// Pass 2: enqueues one case for each channel and role; if there are several, one is drawn.
  ///
  /// A partner takes the waiter that came first, so a second waiter of this select could never win.
  @inlinable @inline(never) func enqueueAll(
    _ cases: CaseRecords, _ state: inout State
  ) -> SelectClaim {
    let receive = cases.first { cases[$0].channel != nil && !cases[$0].event.isSend }
    let claim = SelectClaim(cancellationWinner: cases.cancellation ?? receive)
    for number in cases.indices {
      guard let rules = cases[number].rules else { continue }
      func isRival(_ other: Int) -> Bool {
        cases[other].channel == cases[number].channel
          && cases[other].event.isSend == cases[number].event.isSend
      }
      guard cases.first(where: isRival) == number, let chosen = cases.draw(where: isRival) else {
        continue
      }
      _ = _perform(.enqueue(__SelectTicket(claim, chosen)), chosen, &state, rules)
    }
    return claim
  }

  /// Pass 3: leaves the queues that the select is still in.
  @inlinable @inline(never) func dequeueAll(
    _ cases: CaseRecords, _ chosen: Int, _ state: inout State, at place: CallSite
  ) {
    lockAll(cases) {
      for number in cases.indices { _ = _perform(.dequeue, number, &state, cases[number].rules) }
    }
    Observer.current?.didWait()
    finish(cases, chosen, &state, at: place)
  }

  /// Runs `body` while this select holds the locks of its channels, from number `index` on.
  @inlinable func lockAll(
    _ cases: CaseRecords, from index: Int = 0, after previous: Int? = nil, _ body: () -> Void
  ) {
    guard index < cases.count else { return body() }
    let number = cases[index].lockOrder
    if cases[number].channel == nil {
      lockAll(cases, from: index + 1, body)
    } else if let previous, cases[previous].channel == cases[number].channel {
      cases[number].rules = cases[previous].rules
      lockAll(cases, from: index + 1, after: number, body)
    } else {
      _withLock(number) { rules in
        cases[number].rules = rules
        lockAll(cases, from: index + 1, after: number, body)
      }
    }
  }

  /// Wakes the partner of the case that was chosen, and tells the observer; no lock is held.
  @inlinable func finish(
    _ cases: CaseRecords, _ chosen: Int, _ state: inout State, at place: CallSite
  ) {
    if cases[chosen].channel != nil {
      _ = _perform(.finish(place), chosen, &state, nil)
    } else {
      Observer.current?.note(cases.operation(at: place), value: nil)
    }
  }

  /// Runs `body` with a record of each case.
  @inlinable func withRecords<Result>(_ body: (CaseRecords) -> Result) -> Result {
    // On the stack, unless there are very many cases: a select that is ready must not allocate.
    withUnsafeTemporaryAllocation(of: __CaseRecord.self, capacity: _count) { cases in
      for number in cases.indices { cases.initializeElement(at: number, to: _record(number)) }
      cases.sortLocks()
      // The records have unmanaged references to what this component keeps alive.
      return withExtendedLifetime(self) { body(cases) }
    }
  }

  /// Lets other tasks run first, if the observer wants that.
  @inlinable @inline(never) nonisolated(nonsending) func arrive(at place: CallSite) async {
    guard let observer = Observer.current else { return }
    let operation = withRecords { $0.operation(at: place) }
    observer.check(operation)
    await observer.schedulingPoint(operation)
  }
}
