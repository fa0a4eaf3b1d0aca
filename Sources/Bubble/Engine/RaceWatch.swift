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

/// Who orders what the tasks of a run do, for `Races.h`.
///
/// The functions that code calls tell of the rest: locks, atomics, actors, memory.
extension BubbleRun {
  /// Whether this run looks for races; one that does costs more than two that do not.
  var looksForRaces: Bool { races_watch(races) != 0 }

  /// A task is made ready by the code that runs, or by nobody.
  func isReady(_ task: TaskMemory, id: UInt64) {
    races_ready(races, id, task.parent?.id ?? 0)
    if isSettling { races_ready_after_all(races, id) }
  }

  /// The current task has done something with resources of the library that orders all who use them.
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
  /// Time orders nothing in a program. But a test that lets time pass between two calls has said in which
  /// order it means them, so where only its own code stands on the stack, all that has happened comes first.
  func sleepIsOver(_ task: TaskMemory) {
    guard let testModule else { return }
    let modules = task.resumption.points.compactMap(ProgramFrame.module)
    guard !modules.isEmpty, modules.allSatisfy({ $0 == testModule }) else { return }
    races_ready_after_all(races, task.id)
  }

  /// Keeps the race that was found in this run, if there is one.
  ///
  /// - Parameter withLines: Whether it is said where, which takes long, in a run that says nothing else of
  ///   places.
  func noteRace(withLines: Bool = false) {
    var before = race_access()
    var after = race_access()
    // What threads outside order is not seen.
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
