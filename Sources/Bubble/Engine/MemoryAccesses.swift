internal import CBubbleRuntime
internal import Probe

/// By the numbers of `MemoryPoints.h`.
private let kinds: [(Interruption.Kind, Trace.Event.Kind)] = [
  (.load, .load), (.store, .store), (.change, .change), (.lock, .lock), (.unlock, .unlock),
]

extension BubbleRun {
  /// After this many accesses in one step, other tasks go on.
  private static let mostAccessesInStep = 1_000

  /// Lets another task go first where instrumented code is about to access memory that others
  /// share.
  func memoryPointReached() {
    accessesInStep += 1
    hasAccesses = true
    if accessesInStep.isMultiple(of: Self.mostAccessesInStep), phase == .body, !isLoopOver,
      !ready.isEmpty
    {
      // This may be a spin lock, whose holder has to go on.
      if let next = hasRoomForPause ? 0 : indexOfPaused() {
        return pause(ready.remove(at: next)) { ready.append($0) }
      }
    }
    mayBeInterrupted()
  }

  /// Lets another task go first, and notes what that one did for the report.
  func mayBeInterrupted() {
    let task = currentTask
    let count = pauseCount
    callReturned()
    guard explains, pauseCount > count, task >= 0 else { return }
    for subject in Interruption.Subject.allCases {
      guard let before = lastAccesses[subject]?[task] else { continue }
      // The others have run by now: what they did is in the list of accesses.
      let between = accesses.dropFirst(before.index + 1).filter {
        $0.task != task && $0.access.place == before.access.place && $0.access.kind != .unlock
      }
      let others = between.first { !$0.access.kind.changesNothing } ?? between.first
      outcome.interruptions.append(
        Interruption(
          task: tasks[Int(task)].number, before: before.access,
          between: others.map { (tasks[Int($0.task)].number, $0.access) }))
    }
  }

  /// Notes what the current task did with an atomic or a lock, for the report.
  func didAccess(_ kind: Int, _ place: UnsafeRawPointer) {
    guard explains, currentTask >= 0, phase == .body else { return }
    let (kind, traceKind) = kinds[kind]
    let site = kind == .unlock ? nil : captureCallSite()
    if kind == .lock { lockSites[place] = (task: currentTask, site: site) }
    let line = describe(site)
    trace(traceKind, Int(currentTask), at: line)
    if let line { keep(kind, UInt(bitPattern: place), at: line) }
  }

  /// Notes that the current task has looked at a channel, for the report.
  func hasLooked(at resource: Resource) {
    guard explains, currentTask >= 0, phase == .body, let line = describe(captureCallSite()) else {
      return
    }
    keep(.look, UInt(bitPattern: resource.id), at: line)
  }

  /// Notes, for the report, that the current task is about to call what never waits.
  func willTry(_ operation: Operation) {
    switch operation.verb {
    case .send: keep(.trySend, operation)
    case .receive: keep(.tryReceive, operation)
    case .close: keep(.close, operation)
    case .select, .add, .done, .wait: break
    }
  }

  /// Notes, for the report, what the current task has done with a channel, waiting or not.
  func hasDone(_ operation: Operation) {
    switch operation.verb {
    case .send: keep(.send, operation)
    case .receive: keep(.receive, operation)
    // A close was noted before. Which of its channels a `select` has used is not known here.
    case .close, .select, .add, .done, .wait: break
    }
  }

  private func keep(_ kind: Interruption.Kind, _ operation: Operation) {
    guard explains, currentTask >= 0, phase == .body, operation.place.line > 0 else { return }
    for resource in operation.resources {
      keep(kind, UInt(bitPattern: resource.id), at: operation.place.short)
    }
  }

  private func keep(_ kind: Interruption.Kind, _ place: UInt, at line: String) {
    let access = Interruption.Access(kind: kind, line: line, place: place)
    accesses.append((currentTask, access))
    // What may have waited, such as `await send`, comes between two uses of others, but is none that
    // a task can be interrupted before.
    if kind == .send || kind == .receive { return }
    lastAccesses[kind.subject, default: [:]][currentTask] = (accesses.count - 1, access)
    let number = tasks[Int(currentTask)].number
    if let index = outcome.interruptions.lastIndex(where: {
      $0.task == number && $0.after == nil && $0.before.kind.subject == kind.subject
    }) {
      outcome.interruptions[index].after = access
    }
  }

  /// The line, which takes long to find: the job is not to blame.
  private func describe(_ site: CapturedCallSite?) -> String? {
    noteHeartbeat()
    // What is allocated and freed for that is not the program's.
    races_set(nil)
    defer {
      races_set(races)
      noteHeartbeat()
    }
    return site?.describe()
  }
}
