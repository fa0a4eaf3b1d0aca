internal import CBubbleRuntime
internal import Probe

/// Two accesses to one place in memory, at least one of them a write, that nothing orders.
struct Race: Sendable {
  var before: Access
  var after: Access

  struct Access: Sendable {
    /// The task by its number, and as a report names it.
    var task: Int
    var title: String
    var isWrite: Bool
    /// File and line, in a run that explains itself.
    var line: String?

    var words: String {
      "\(title) \(isWrite ? "writes" : "reads")" + (line.map { " at \($0)" } ?? "")
    }
  }
}

/// Tells the race detector (`Races.h`) what orders the tasks of a run.
///
/// The functions that the code calls report the rest: locks, atomics, actors, memory.
extension BubbleRun {
  /// Whether this run looks for races; one that does costs more than two that do not.
  var looksForRaces: Bool { races_watch(races) != 0 }

  /// A task is made ready: by the task that runs now, or by none.
  func isReady(_ task: TaskMemory, id: UInt64) {
    races_ready(races, id, task.parent?.id ?? 0)
    if isSettling { races_ready_after_all(races, id) }
  }

  /// The current task has used resources of the library, which order all tasks that use them.
  func hasUsed(_ operation: Operation) {
    if races_watch(races) != 0 { hasUsed(operation.resources) }
  }

  func hasUsed(_ resources: [Resource]) {
    for resource in resources {
      guard let thing = UnsafeRawPointer(bitPattern: Int(bitPattern: resource.id)) else { continue }
      races_synchronize(thing)
    }
  }

  /// A task goes on after a sleep.
  ///
  /// Time orders nothing in a program. But a test that lets time pass between two calls means them
  /// in that order. So if only its own code is on the stack, everything that has happened comes
  /// before.
  func sleepIsOver(_ task: TaskMemory) {
    guard let testModule else { return }
    let modules = task.resumption.points.compactMap(ProgramFrame.module)
    guard !modules.isEmpty, modules.allSatisfy({ $0 == testModule }) else { return }
    races_ready_after_all(races, task.id)
  }

  /// Keeps the race that was found in this run, if there is one.
  ///
  /// - Parameter withLines: Whether to find the lines, which takes long, in a run that does not
  ///   record places.
  func noteRace(withLines: Bool = false) {
    var before = race_access()
    var after = race_access()
    // An order that threads outside make is not seen.
    guard phase != .over, races_first(races, &before, &after) != 0, outcome.isFullyControlled,
      Int(outside_calls() | outsideCalls) & outside_threads == 0,
      let first = access(before, withLine: withLines),
      let second = access(after, withLine: withLines)
    else { return }
    outcome.race = Race(before: first, after: second)
  }

  private func access(_ access: race_access, withLine: Bool) -> Race.Access? {
    guard let index = tasks.index(of: access.task) else { return nil }
    let record = tasks[index]
    let start = record.details?.startCallSite?.describe()
    let title = TaskSummary(
      number: record.number, name: record.details?.name, startedAt: start, waitsFor: "",
      since: .zero
    ).title
    return Race.Access(
      task: record.number, title: title, isWrite: access.is_write != 0,
      line: withLine || detail == .places
        ? CapturedCallSite.describe(returnAddress: access.code) : nil)
  }
}
