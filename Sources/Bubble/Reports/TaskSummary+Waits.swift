internal import Probe

extension BubbleRun {
  /// The tasks that a waiting task is known to wait for.
  ///
  /// For a channel that is who used its other side last: nobody knows who else could.
  func waits(of record: TaskRecord) -> [TaskSummary.Wait] {
    if let operation = record.details?.operation { return waits(of: record, in: operation) }
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

  /// The lock that a task waits for: who holds it, and that in words.
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

  private func waits(
    of record: TaskRecord, in operation: Operation
  ) -> [TaskSummary.Wait] {
    guard operation.resources.count == 1, let origin = operation.resources[0].origin,
      let users = users[ObjectIdentifier(origin)]
    else { return [] }
    let (user, verb) =
      switch operation.verb {
      case .receive: (users.sender, "send")
      case .send: (users.receiver, "receive")
      default: (nil as Int?, "")
      }
    guard let user, user != record.number else { return [] }
    let words = "\(label(of: tasks[user - 1])), the last to \(verb) on the \(describe(operation))"
    return [TaskSummary.Wait(task: user, words: words, isForItsEnd: false)]
  }

  private func describe(_ operation: Operation) -> String {
    operation.resources.map { describe($0) }.joined(separator: " and the ")
  }

  /// Notes who used which side of a channel.
  func noteUse(_ operation: Operation, by index: Int) {
    guard operation.resources.count == 1, let origin = operation.resources[0].origin else { return }
    let key = ObjectIdentifier(origin)
    switch operation.verb {
    case .send: users[key, default: ChannelUsers(origin: origin)].sender = tasks[index].number
    case .receive: users[key, default: ChannelUsers(origin: origin)].receiver = tasks[index].number
    default: break
    }
  }
}

/// Who used a channel last, by the number of the task.
struct ChannelUsers {
  /// Kept, so that no other channel is taken for this one.
  let origin: Origin
  var sender: Int?
  var receiver: Int?

  init(origin: Origin) {
    self.origin = origin
  }
}
