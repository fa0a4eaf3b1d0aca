/// What happens when a timer's moment has come.
enum TimerAction {
  /// The runtime's own job that wakes a sleeping task.
  case job(ReadyJob)
  /// A callback of the library, for a `select` with a time limit.
  case call(@Sendable () -> Void)
}

/// The timers of a bubble: a binary heap, the next one first, equal moments in order of their start.
struct TimerQueue {
  struct Timer {
    let deadline: UInt64
    let id: UInt64
    let action: TimerAction

    func comes(before other: Timer) -> Bool {
      deadline == other.deadline ? id < other.id : deadline < other.deadline
    }
  }

  private var heap: [Timer] = []
  private var cancelled: Set<UInt64> = []
  private var lastID: UInt64 = 0

  var isEmpty: Bool { heap.isEmpty }

  /// The moment of the next timer that nobody has cancelled.
  mutating func nextDeadline() -> UInt64? {
    while let first = heap.first, !cancelled.isEmpty, cancelled.contains(first.id) {
      cancelled.remove(first.id)
      _ = removeFirst()
    }
    return heap.first?.deadline
  }

  /// The moments of all timers that are due at `deadline` or before are taken one by one.
  mutating func popNext() -> Timer? {
    nextDeadline() == nil ? nil : removeFirst()
  }

  mutating func insert(at deadline: UInt64, _ action: TimerAction) -> UInt64 {
    lastID += 1
    heap.append(Timer(deadline: deadline, id: lastID, action: action))
    var child = heap.count - 1
    while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
    return lastID
  }

  mutating func cancel(_ id: UInt64) {
    // A timer that has fired is not in the heap; noting it would keep its number for ever.
    if heap.contains(where: { $0.id == id }) { cancelled.insert(id) }
  }

  mutating func removeAll() {
    if heap.isEmpty, cancelled.isEmpty { return }
    heap.removeAll(keepingCapacity: true)
    cancelled.removeAll(keepingCapacity: true)
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
