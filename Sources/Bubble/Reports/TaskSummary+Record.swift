internal import Probe

extension BubbleRun {
  /// Describes a task and what it waits for.
  func summary(of record: TaskRecord) -> TaskSummary {
    var summary = TaskSummary(
      number: record.number, name: name(of: record),
      startedAt: record.details?.startCallSite?.describe(),
      waitsFor: "", since: since(record.waitingSince))
    summary.isOfProgram = isOfProgram(record)
    summary.isCancelled = record.memory?.isCancelled ?? false
    summary.lastSeen = record.details?.lastOperation.map { operation in
      "\(operation.verb.rawValue)\(place(of: operation, in: record, nil))"
    }
    let stack = stack(of: record)
    summary.standsAt = stack.innermost
    summary.isInProgram = stack.isInProgram
    if isReady(record) {
      summary.waitsFor = "was still running\(at(stack.words))"
      summary.waitsFor += summary.lastSeen.map { " (last operation: \($0))" } ?? ""
      summary.waitKind = .running
    } else if let operation = record.details?.operation {
      summary.waitKind = WaitKind(operation.verb)
      let things = operation.resources.map { describe($0) }
      summary.resource = things.isEmpty ? nil : things.joined(separator: " and the ")
      summary.waitsFor = words(for: operation, of: record, on: summary.resource, stack)
      summary.others = others(of: record, in: operation)
      summary.standsAt = operation.place.line == 0 ? stack.innermost : operation.place.short
    } else if let deadline = record.details?.sleepsUntil {
      let place = stack.words ?? record.details?.waitCallSite?.describe()
      summary.waitsFor = "sleeps\(at(place)) until t = \(since(deadline).inSeconds)"
      summary.waitKind = .sleep
    } else if let wait = lockWait(of: record) {
      let place = record.details?.waitCallSite?.describe()
      summary.waitsFor =
        "waits\(at(place)) for a lock" + (wait.words.isEmpty ? "" : " \(wait.words)")
      summary.waitKind = .lock
    } else {
      (summary.waitsFor, summary.waitKind) = runtimeWait(of: record, stack)
    }
    summary.waits = waits(of: record)
    return summary
  }

  func label(of record: TaskRecord) -> String {
    guard record.number == 1 else {
      return name(of: record).map { "task \"\($0)\"" } ?? "task \(record.number)"
    }
    return !record.isFinished && stack(of: record).isInProgram == true
      ? "your function" : "the test"
  }

  private func name(of record: TaskRecord) -> String? {
    // A run that does not explain itself has not kept the names; a task that waits still has its
    // own.
    record.details?.name ?? (record.isFinished ? nil : record.memory?.name)
  }

  private func words(
    for operation: Operation, of record: TaskRecord, on things: String?, _ stack: WaitingStack
  ) -> String {
    let place = place(of: operation, in: record, stack)
    guard let things else { return "waits in a select\(place) with no case that can become ready" }
    switch operation.verb {
    case .wait: return "waits\(place) for the \(things)"
    case .select: return "waits in a select\(place) on the \(things)"
    default: return "waits to \(operation.verb.rawValue)\(place) on the \(things)"
    }
  }

  private func place(
    of operation: Operation, in record: TaskRecord, _ stack: WaitingStack?
  ) -> String {
    // A `for await` loop does not know its line; the stack may.
    guard operation.place.line == 0 else {
      return " at \(operation.place.short)" + (stack?.caller.map { ", called at \($0)," } ?? "")
    }
    return " in a for await loop\(at(stack?.words ?? record.details?.waitCallSite?.describe()))"
  }

  private func at(_ place: String?) -> String { place.map { " at \($0)" } ?? "" }

  private func since(_ moment: UInt64) -> Duration {
    // A wait that began before the first sleep is recorded as 0, the start of the run.
    .nanoseconds(moment > Self.start ? moment - Self.start : moment)
  }

  func describe(_ resource: Resource) -> String {
    let kind = "\(resource.kind)"
    guard let origin = resource.origin else { return "\(kind) made outside the bubble" }
    return "\(kind) made at \(origin.place.short)"
  }

  private func runtimeWait(of record: TaskRecord, _ stack: WaitingStack) -> (String, WaitKind?) {
    let place = at(stack.words)
    switch record.memory?.dependency {
    case .task:
      guard let index = record.memory?.awaited.flatMap({ tasks.index(of: $0.id) }) else {
        return ("waits\(place) for the end of a task outside the bubble", .taskOutside)
      }
      return ("waits\(place) for the end of \(label(of: tasks[index]))", .task)
    case .continuation where stack.isInStream:
      return ("waits\(place) for the next element of a stream", .stream)
    case .continuation:
      return ("waits\(place) for a continuation that was never resumed", .continuation)
    case .group: return ("waits\(place) for the child tasks of a group", .group)
    case .executor: return ("waits\(place) for its turn on an actor", .actor)
    case nil: return ("could still run", nil)
    }
  }
}

extension CallSite {
  /// The file's name and the line, without the module.
  var short: String {
    let path = "\(fileID)"
    let file = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return "\(file):\(line)"
  }
}

extension Operation.Verb {
  /// The event of a trace for this operation; waiting for a wait group has none of its own.
  var traceKind: Trace.Event.Kind? {
    switch self {
    case .send: .send
    case .receive: .receive
    case .close: .close
    case .select: .select
    case .add: .add
    case .done: .done
    case .wait: nil
    }
  }
}
