/// What happens when a timer's moment has come.
enum TimerAction {
  /// The runtime's own job that wakes a sleeping task.
  case job(ReadyJob)
  /// A callback of the library, for a `select` with a time limit.
  case call(@Sendable () -> Void)
}

/// The timers of a bubble: a binary heap, the next one first, equal moments in order of their
/// start.
///
/// A timer whose moment has come is *due*: it is handed out and fires when the schedule says so.
struct TimerQueue {
  struct Timer {
    let deadline: UInt64
    let id: UInt64
    let action: TimerAction
    /// The task that sleeps until then, by its index; -1 where there is none.
    let sleeper: Int32

    func comes(before other: Timer) -> Bool {
      deadline == other.deadline ? id < other.id : deadline < other.deadline
    }
  }

  private var heap: [Timer] = []
  private var cancelled: Set<UInt64> = []
  private var lastID: UInt64 = 0
  /// Whether there was a timer since the queue was emptied.
  private(set) var isInUse = false
  /// The callbacks of timers that are due.
  private var calls: [UInt64: @Sendable () -> Void] = [:]
  /// The jobs of cancelled sleeps, which own memory: running them is the only way to free it.
  private var spent: [ReadyJob] = []

  /// The moment of the next timer that is not cancelled.
  mutating func nextDeadline() -> UInt64? {
    while let first = heap.first, !cancelled.isEmpty, cancelled.contains(first.id) {
      cancelled.remove(first.id)
      if case .job(let job) = removeFirst().action { spent.append(job) }
    }
    return heap.first?.deadline
  }

  /// Takes the next timer out, to fire when it is its turn.
  mutating func popNext() -> ReadyJob? {
    nextDeadline() == nil ? nil : due(removeFirst())
  }

  /// Makes a timer and returns its number; a timer that is due is returned, too.
  mutating func add(
    at deadline: UInt64, now: UInt64, _ action: TimerAction, sleeper: Int32 = -1
  ) -> (id: UInt64, due: ReadyJob?) {
    lastID += 1
    isInUse = true
    let timer = Timer(deadline: deadline, id: lastID, action: action, sleeper: sleeper)
    if deadline <= now { return (lastID, due(timer)) }
    insert(timer)
    return (lastID, nil)
  }

  /// Takes the callback of a timer that is due.
  mutating func takeCall(_ id: UInt64) -> (@Sendable () -> Void)? {
    calls.isEmpty ? nil : calls.removeValue(forKey: id)
  }

  /// Cancels a timer that is not due yet; a due one is among the ready jobs.
  mutating func cancel(_ id: UInt64) {
    // A timer that has fired is not in the heap; noting it would keep its number forever.
    if heap.contains(where: { $0.id == id }) { cancelled.insert(id) }
  }

  /// Takes back a timer that was due and must not fire: keeps its job to be freed, drops its
  /// callback.
  mutating func discard(_ due: ReadyJob) {
    if due.hasJob { spent.append(due) } else { calls.removeValue(forKey: due.timer) }
  }

  /// The job of a sleep that will never end, to be run so that its memory is freed.
  mutating func popSpent() -> ReadyJob? {
    while spent.isEmpty, let timer = heap.popLast() {
      if case .job(let job) = timer.action { spent.append(job) }
    }
    return spent.popLast()
  }

  mutating func removeAll() {
    guard isInUse else { return }
    isInUse = false
    heap.removeAll(keepingCapacity: true)
    cancelled.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    spent.removeAll(keepingCapacity: true)
  }

  private mutating func due(_ timer: Timer) -> ReadyJob {
    if case .call(let call) = timer.action { calls[timer.id] = call }
    return ReadyJob(due: timer)
  }

  private mutating func insert(_ timer: Timer) {
    heap.append(timer)
    var child = heap.count - 1
    while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func removeFirst() -> Timer {
    let first = heap[0]
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1].comes(before: heap[child]) { child += 1 }
      guard child < heap.count, heap[child].comes(before: heap[parent]) else { return first }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
