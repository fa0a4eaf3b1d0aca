internal import Synchronization

/// What threads outside bring to a run.
final class Mailbox: Sendable {
  /// What can be brought.
  enum Item: Sendable {
    /// A task that can go on.
    case job(ReadyJob)
    /// A task of the run that sleeps, on an executor of its own.
    case sleep(ReadyJob, for: Duration)
  }

  private let items = Mutex<[Item]>([])
  /// How many blocks that the run has handed to a queue of Dispatch have not ended.
  private let blocks = Atomic<Int>(0)
  /// Checked before each job, where a lock would cost more than the rest of the check.
  private let hasMail = Atomic<Bool>(false)
  private let wakeUpEvent = WakeUpEvent()

  func put(_ item: Item) {
    items.withLock { items in
      items.append(item)
      hasMail.store(true, ordering: .releasing)
    }
    wakeUpEvent.signal()
  }

  /// Whether a block that the run has handed to a queue has not ended.
  var awaitsBlocks: Bool { blocks.load(ordering: .acquiring) > 0 }

  func blockBegins() { blocks.add(1, ordering: .relaxed) }

  func blockEnds() {
    blocks.subtract(1, ordering: .releasing)
    wakeUpEvent.signal()
  }

  /// What has come since the last time, oldest first.
  func take() -> [Item] {
    guard hasMail.load(ordering: .acquiring) else { return [] }
    return items.withLock { items in
      hasMail.store(false, ordering: .relaxed)
      defer { items.removeAll() }
      return items
    }
  }

  /// Waits for mail, at most this long; mail that came before counts.
  func wait(nanoseconds: UInt64) -> Bool {
    wakeUpEvent.wait(nanoseconds: nanoseconds)
  }
}
