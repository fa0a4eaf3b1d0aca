/// A job that could run now.
struct ReadyJob {
  /// Which executor the job has to find itself on.
  enum Lane: UInt8 { case main, other }

  let job: UnownedJob
  let lane: Lane
}

/// The jobs that could run now, oldest first until one is taken out of turn.
struct ReadyQueue {
  private var storage: [ReadyJob] = []
  private var head = 0

  var count: Int { storage.count - head }
  var isEmpty: Bool { head == storage.count }

  mutating func append(_ job: ReadyJob) {
    storage.append(job)
  }

  /// Takes the job at `index`; one in the middle is replaced by the oldest, so that this is O(1).
  mutating func remove(at index: Int) -> ReadyJob {
    let job = storage[head + index]
    if index > 0, head + index == storage.count - 1 {
      storage.removeLast()
      return job
    }
    if index > 0 { storage[head + index] = storage[head] }
    head += 1
    if head == storage.count {
      storage.removeAll(keepingCapacity: true)
      head = 0
    }
    return job
  }

  mutating func removeAll() {
    storage.removeAll(keepingCapacity: true)
    head = 0
  }
}
