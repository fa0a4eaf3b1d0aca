internal import CBubbleRuntime

/// A task that was interrupted between two accesses to memory, and what happened in between.
struct Interruption: Sendable {
  /// The task by its number.
  var task: Int
  /// The last access before the interruption.
  var before: Access
  /// The next access of the same task, once it is known.
  var after: Access?
  /// The first access of another task to the same place in memory, between the two.
  var between: (task: Int, access: Access)?

  /// An access as a report shows it.
  struct Access: Sendable {
    var kind: Trace.Event.Kind
    var line: String
    var place: UInt
  }
}

/// By the numbers of `MemoryPoints.h`.
private let kinds: [Trace.Event.Kind] = [.load, .store, .change, .lock, .unlock]

extension BubbleRun {
  /// After this many accesses in one step, other tasks go on.
  private static let mostAccessesInStep = 1_000

  /// Lets another task go first where instrumented code is about to access memory that others
  /// share.
  func memoryPointReached() {
    let task = currentTask
    let count = pauseCount
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
    callReturned()
    guard explains, pauseCount > count, task >= 0, let before = lastAccesses[task] else { return }
    // The others have run by now: what they did is in the list of accesses.
    let between = accesses.dropFirst(before.index + 1).filter {
      $0.task != task && $0.access.place == before.access.place && $0.access.kind != .unlock
    }
    let others = between.first { $0.access.kind != .load } ?? between.first
    outcome.interruptions.append(
      Interruption(
        task: tasks[Int(task)].number, before: before.access,
        between: others.map { (tasks[Int($0.task)].number, $0.access) }))
  }

  /// Notes what the current task did with an atomic or a lock, for the report.
  func didAccess(_ kind: Int, _ place: UnsafeRawPointer) {
    guard explains, currentTask >= 0, phase == .body else { return }
    let kind = kinds[kind]
    let site = kind == .unlock ? nil : captureCallSite()
    if kind == .lock { lockSites[place] = (task: currentTask, site: site) }
    // Finding the line takes long; the job is not to blame.
    noteHeartbeat()
    // What is allocated and freed for that is not the program's.
    races_set(nil)
    let line = site?.describe()
    races_set(races)
    noteHeartbeat()
    trace(kind, Int(currentTask), at: line)
    guard let line else { return }
    let access = Interruption.Access(kind: kind, line: line, place: UInt(bitPattern: place))
    lastAccesses[currentTask] = (accesses.count, access)
    accesses.append((currentTask, access))
    let number = tasks[Int(currentTask)].number
    if let index = outcome.interruptions.lastIndex(where: { $0.task == number && $0.after == nil })
    {
      outcome.interruptions[index].after = access
    }
  }
}
