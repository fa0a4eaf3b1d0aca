internal import Probe

/// What is certain about a run, besides which task waits where; only in runs that record places.
struct Clues: Sendable {
  /// Whether no task is in the code that is tested, and none that it started is left.
  var isProgramOver = false
  /// A task that was not cancelled, although one that waits for its end was; with the place of its
  /// start.
  var unreached: String?
  /// Whole sentences.
  var lines: [String] = []
}

extension BubbleRun {
  /// Looks for what is certain about the tasks that a report names.
  func clues(_ tasks: [TaskSummary]) -> Clues {
    guard detail == .places else { return Clues() }
    var clues = Clues(isProgramOver: isProgramOver)
    addUnreached(tasks, to: &clues)
    if clues.unreached == nil {
      clues.lines += tasks.filter(\.isCancelled).compactMap { task in
        task.deafness.map { "\(task.label) was cancelled, and \($0)" }
      }.prefix(3)
    }
    return clues
  }

  /// Looks for clues at the first failure that the test reports, before the tasks go on.
  func noteIssue() {
    guard detail == .places, phase == .body, outcome.clues.unreached == nil else { return }
    // Finding the lines takes long; the job is not to blame.
    noteHeartbeat()
    outcome.clues = clues(summaries())
    noteHeartbeat()
  }

  /// Looks for a task that a cancellation did not reach: it reaches only the children of a task.
  private func addUnreached(_ tasks: [TaskSummary], to clues: inout Clues) {
    for task in tasks where task.isCancelled {
      for wait in task.waits {
        // If a test's own code keeps a task from being cancelled, it does so on purpose.
        guard let other = tasks.first(where: { $0.number == wait.task }), !other.isCancelled,
          other.isOfProgram != false
        else { continue }
        let end = other.startedAt.map { ", started at \($0)," } ?? ","
        clues.unreached =
          clues.unreached ?? other.startedAt.map { "the task started at \($0)" }
          ?? other.label
        clues.lines.append(
          "\(task.label) was cancelled; \(other.label)\(end) which it waits for, was not")
      }
    }
  }

  private var isProgramOver: Bool {
    guard testSource != nil else { return false }
    return tasks.records.allSatisfy { record in
      if record.isFinished { return true }
      guard stack(of: record).isInProgram == false else { return false }
      return record.number == 1 || isOfProgram(record) == false
    }
  }

  /// Sentences about closed channels from which no task has received since.
  var unheardCloses: [String] {
    guard detail == .places else { return [] }
    let unheard = users.values.filter { $0.closing != nil && !$0.isHeard }
    return unheard.sorted { ($0.closing ?? .zero) < ($1.closing ?? .zero) }.prefix(2).map { users in
      let time = (users.closing ?? .zero).inSeconds
      return """
        the channel made at \(users.origin.place.short) was closed at t = \(time); no task has received \
        from it since
        """
    }
  }
}

extension TaskSummary {
  /// Why a cancelled task still goes on.
  fileprivate var deafness: String? {
    switch waitKind {
    case .waitGroup: "a wait for a wait group does not react to cancellation"
    case .continuation: "its continuation does not react to cancellation by itself"
    case .running, .sleep, .send, .receive, .select: "goes on anyway"
    case .stream, .task, .group, .taskOutside, .actor, .lock, nil: nil
    }
  }
}
