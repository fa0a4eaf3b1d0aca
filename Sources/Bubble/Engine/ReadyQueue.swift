/// A job that could run now.
struct ReadyJob {
  /// Which executor the job has to find itself on.
  enum Lane: UInt8 { case main, other }

  let job: UnownedJob
  let lane: Lane
  /// The task's index in the table of tasks; -1 for the work of an actor and other jobs.
  var task: Int32 = -1
  /// The rank among the ready jobs, in schedules that have ranks.
  var rank: Int32 = 0
}

/// The jobs that could run now, oldest first.
struct ReadyQueue {
  private var storage: [ReadyJob] = []
  private var head = 0

  /// Up to so many jobs stay in order when one in the middle is taken.
  private static let ordered = 256

  var count: Int { storage.count - head }
  var isEmpty: Bool { head == storage.count }

  subscript(index: Int) -> ReadyJob { storage[head + index] }

  func index(ofTask task: Int32) -> Int? {
    guard task >= 0 else { return nil }
    for index in head..<storage.count where storage[index].task == task { return index - head }
    return nil
  }

  /// The oldest of the jobs with the highest rank.
  func indexOfHighestRank() -> Int {
    var best = head
    for index in head..<storage.count where storage[index].rank > storage[best].rank {
      best = index
    }
    return best - head
  }

  mutating func append(_ job: ReadyJob) {
    storage.append(job)
  }

  /// Takes the job at `index`.
  ///
  /// In a long queue the oldest job takes the place of one in the middle, so that a bubble with
  /// thousands of tasks does not move them all for each step.
  mutating func remove(at index: Int) -> ReadyJob {
    let job = storage[head + index]
    if index == 0 {
      head += 1
    } else if head + index == storage.count - 1 {
      storage.removeLast()
    } else if count <= Self.ordered {
      storage.remove(at: head + index)
    } else {
      storage[head + index] = storage[head]
      head += 1
    }
    if head == storage.count { removeAll() }
    return job
  }

  /// Takes the youngest job if it is the task's.
  mutating func takeYoungest(of task: Int32) -> ReadyJob? {
    guard let youngest = storage.last, head < storage.count, youngest.task == task else {
      return nil
    }
    return remove(at: count - 1)
  }

  mutating func removeAll() {
    storage.removeAll(keepingCapacity: true)
    head = 0
  }
}
