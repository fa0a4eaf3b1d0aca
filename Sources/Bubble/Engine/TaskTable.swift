internal import Synchronization

/// The tasks of one run, found by the numbers that the runtime gives them.
///
/// Not by address: an address is used again as soon as a task is gone. Plain memory, and not
/// arrays: the table is used for every job of every run, and it is kept from one run to the next.
///
/// Invariants:
/// 1. Only the run's thread changes anything. Others only ask whether a number is in a slot, under
///    `door`, which is locked while the slots are exchanged for more.
/// 2. At most half of the slots are taken.
final class TaskTable: @unchecked Sendable {
  // `@unchecked`, and `@exclusivity(unchecked)` as in `BubbleRun`: invariant 1.

  /// A task's number, or 0 in a free slot, and the index of its record.
  private struct Slot: ~Copyable {
    let id = Atomic<UInt64>(0)
    var index = 0
  }

  private static let smallest = 64

  private let door = Mutex<Void>(())
  // Open addressing with linear probing.
  @exclusivity(unchecked) private var slots: UnsafeMutablePointer<Slot>
  @exclusivity(unchecked) private var slotCount = TaskTable.smallest
  @exclusivity(unchecked) private var storage: UnsafeMutablePointer<TaskRecord>
  @exclusivity(unchecked) private var capacity = TaskTable.smallest / 2
  @exclusivity(unchecked) private(set) var count = 0
  /// Details that no task has at the moment, to be used again.
  @exclusivity(unchecked) private var spareDetails: [TaskDetails] = []

  init() {
    slots = Self.emptySlots(slotCount)
    storage = .allocate(capacity: capacity)
  }

  deinit {
    storage.deinitialize(count: count)
    storage.deallocate()
    slots.deinitialize(count: slotCount).deallocate()
  }

  var records: UnsafeBufferPointer<TaskRecord> { UnsafeBufferPointer(start: storage, count: count) }

  subscript(index: Int) -> TaskRecord {
    unsafeAddress { UnsafePointer(storage + index) }
    unsafeMutableAddress { storage + index }
  }

  /// The index of the task with this number.
  func index(of id: UInt64) -> Int? {
    let mask = slotCount - 1
    var slot = Self.hash(id) & mask
    while true {
      let seen = slots[slot].id.load(ordering: .relaxed)
      if seen == id { return slots[slot].index }
      if seen == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a task that a thread outside knows is one of this run.
  func contains(_ id: UInt64) -> Bool {
    // That thread knows the task because it was handed over after its first job, so it sees the
    // slot.
    door.withLock { _ in index(of: id) != nil }
  }

  /// The details of a task, made when first asked for.
  func details(_ index: Int) -> TaskDetails {
    if let details = storage[index].details { return details }
    let details = spareDetails.popLast() ?? TaskDetails()
    storage[index].details = details
    return details
  }

  /// The task runs again: what it waited for is over.
  func goesOn(_ index: Int) {
    guard let details = storage[index].details else { return }
    details.sleepsUntil = nil
    details.waitCallSite = nil
  }

  func insert(_ record: TaskRecord) {
    if count == capacity { growStorage() }
    (storage + count).initialize(to: record)
    count += 1
    if count * 2 > slotCount { exchangeSlots(for: slotCount * 2) } else { occupy(count - 1) }
  }

  /// Forgets the tasks and releases their memory.
  func removeAll() {
    var index = 0
    while index < count {
      vacate(storage[index].id)
      if let details = storage[index].details { spare(details) }
      storage[index].memory?.release()
      index += 1
    }
    storage.deinitialize(count: count)
    count = 0
    if slotCount > 1024 { exchangeSlots(for: Self.smallest) }
  }

  private func spare(_ details: TaskDetails) {
    details.clear()
    if spareDetails.count < Self.smallest { spareDetails.append(details) }
  }

  private func growStorage() {
    let larger = UnsafeMutablePointer<TaskRecord>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }

  private func exchangeSlots(for newCount: Int) {
    door.withLock { _ in
      slots.deinitialize(count: slotCount).deallocate()
      slotCount = newCount
      slots = Self.emptySlots(newCount)
      for index in 0..<count { occupy(index) }
    }
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    for slot in 0..<count { (slots + slot).initialize(to: Slot()) }
    return slots
  }

  private func occupy(_ index: Int) {
    let mask = slotCount - 1
    var slot = Self.hash(storage[index].id) & mask
    while slots[slot].id.load(ordering: .relaxed) != 0 { slot = (slot + 1) & mask }
    slots[slot].index = index
    slots[slot].id.store(storage[index].id, ordering: .releasing)
  }

  /// Clears the slot of a task, while all others are being cleared, too.
  private func vacate(_ id: UInt64) {
    let mask = slotCount - 1
    var slot = Self.hash(id) & mask
    // Does not stop at an empty slot: those on the way may be cleared already.
    while slots[slot].id.load(ordering: .relaxed) != id { slot = (slot + 1) & mask }
    slots[slot].id.store(0, ordering: .releasing)
  }

  private static func hash(_ id: UInt64) -> Int {
    Int(truncatingIfNeeded: (id &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }
}
