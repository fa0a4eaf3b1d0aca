internal import Probe

extension BubbleRun {
  /// The tasks that a waiting task is known to wait for.
  ///
  /// None for a channel: any task that has the channel could be the one that acts.
  func waits(of record: TaskRecord) -> [TaskSummary.Wait] {
    if record.details?.operation != nil { return [] }
    if let wait = lockWait(of: record) {
      guard let holder = wait.holder else { return [] }
      let words = "a lock that \(label(of: tasks[holder])) holds"
      return [TaskSummary.Wait(task: tasks[holder].number, words: words)]
    }
    guard let memory = record.memory else { return [] }
    switch memory.dependency {
    case .task:
      guard let index = memory.awaited.flatMap({ tasks.index(of: $0.id) }) else { return [] }
      let other = tasks[index]
      return [TaskSummary.Wait(task: other.number, words: "the end of \(label(of: other))")]
    case .group:
      return tasks.records
        .filter { !$0.isFinished && $0.memory?.parent?.address == memory.address }
        .map { TaskSummary.Wait(task: $0.number, words: "its child \(label(of: $0))") }
    case .continuation, .executor, nil: return []
    }
  }

  /// The lock that a task waits for: the index of the task that holds it, and a text about it.
  func lockWait(of record: TaskRecord) -> (holder: Int?, words: String)? {
    guard
      let wait = lockWaits.first(where: {
        $0.job.task >= 0 && tasks[Int($0.job.task)].number == record.number
      })
    else { return nil }
    guard let lock = lockSites[UnsafeRawPointer(wait.word)] else { return (nil, "") }
    let holder = Int(lock.task)
    let place = lock.site?.describe().map { " since \($0)" } ?? ""
    return (holder, "that \(label(of: tasks[holder])) holds\(place)")
  }

  /// What has become of the task that last used the other side of a channel, if that is known.
  func others(of record: TaskRecord, in operation: Operation) -> String? {
    guard detail == .places, operation.resources.count == 1,
      let origin = operation.resources[0].origin
    else { return nil }
    let users = users[ObjectIdentifier(origin)]
    let last: Int?
    switch operation.verb {
    case .receive:
      last = users?.sender
      if last == nil { return "nothing was ever sent on it" }
    case .send:
      last = users?.receiver
      if last == nil { return "no one has received from it" }
    default: return nil
    }
    guard let last, last != record.number else { return nil }
    let verb = operation.verb == .receive ? "send on it" : "receive from it"
    let other = tasks[last - 1]
    // "the test" alone would be read as its own code, but it may have been in a function of the
    // program.
    guard !other.isFinished else { return "\(label(of: other)), the last to \(verb), has ended" }
    return isReady(other) ? nil : "\(label(of: other)), the last to \(verb), waits as well"
  }

  /// Notes which task used which side of a channel, and whether one has used it since its close.
  func noteUse(_ operation: Operation, by index: Int) {
    for resource in operation.resources {
      guard let origin = resource.origin else { continue }
      let key = ObjectIdentifier(origin)
      var users = users[key] ?? ChannelUsers(origin: origin, number: users.count + 1)
      switch operation.verb {
      case .send: users.sender = tasks[index].number
      case .receive: users.receiver = tasks[index].number
      case .close: users.closing = .nanoseconds(elapsed)
      default: break
      }
      if operation.verb == .receive || operation.verb == .select {
        users.isHeard = users.closing != nil
      }
      self.users[key] = users
    }
  }
}

extension BubbleRun {
  /// The number of the resource with this origin, in order of first use.
  func number(of origin: Origin) -> Int {
    let key = ObjectIdentifier(origin)
    if let known = users[key] { return known.number }
    users[key] = ChannelUsers(origin: origin, number: users.count + 1)
    return users.count
  }
}

/// Which tasks used a channel last, by number.
struct ChannelUsers {
  /// Kept alive, so that no other channel is taken for this one.
  let origin: Origin
  var sender: Int?
  var receiver: Int?
  /// When it was closed.
  var closing: Duration?
  /// Whether a task has received from it, or had it in a select, since it was closed.
  var isHeard = false

  /// Tells it apart from others that were made on the same line.
  let number: Int

  init(origin: Origin, number: Int) {
    self.origin = origin
    self.number = number
  }
}
