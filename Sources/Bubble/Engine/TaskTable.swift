internal import Probe

/// What a bubble knows of one task.
struct TaskRecord {
  let id: UInt64
  /// Kept alive by the table; `nil` for an `async let`, whose memory is its parent's.
  let memory: TaskMemory?
  /// 1 for the closure of `bubble`, then in order of first sight.
  let number: Int
  var isFinished = false
  /// When it began to wait.
  var waitingSince: UInt64 = 0
  /// What most tasks of most runs have nothing of.
  var details: TaskDetails?
}

/// What a bubble knows of a task with a name, of one that waits, and in runs that explain themselves.
final class TaskDetails {
  var name: String?
  /// Where the task was started, in runs that are told to find out.
  var startSite: StartSite?
  /// The operation of the library in which the task waits.
  var operation: Operation?
  /// Until when it sleeps.
  var sleepsUntil: UInt64?
  var waitSite: StartSite?
}

/// The tasks of one run, found by the runtime's number.
///
/// Not by address: an address is used again as soon as a task is gone.
struct TaskTable {
  private(set) var records: [TaskRecord] = []
  // Open addressing with linear probing; a slot holds an index of `records` plus 1.
  private var slots: [UInt32] = Array(repeating: 0, count: 32)

  var count: Int { records.count }

  subscript(index: Int) -> TaskRecord {
    _read { yield records[index] }
    _modify { yield &records[index] }
  }

  func index(of id: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Self.hash(id) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if records[index].id == id { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The details of a task, made when first asked for.
  mutating func details(_ index: Int) -> TaskDetails {
    if let details = records[index].details { return details }
    let details = TaskDetails()
    records[index].details = details
    return details
  }

  /// The task runs again: what it waited for is over.
  func goesOn(_ index: Int) {
    guard let details = records[index].details else { return }
    details.sleepsUntil = nil
    details.waitSite = nil
  }

  mutating func insert(_ record: TaskRecord) {
    records.append(record)
    if records.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for index in records.indices { occupy(index) }
    } else {
      occupy(records.count - 1)
    }
  }

  mutating func removeAll() {
    // Small tables are the rule: clearing 32 slots costs less than a new array.
    if slots.count > 1024 { slots = Array(repeating: 0, count: 32) }
    for slot in slots.indices { slots[slot] = 0 }
    records.removeAll(keepingCapacity: true)
  }

  private mutating func occupy(_ index: Int) {
    let mask = slots.count - 1
    var slot = Self.hash(records[index].id) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private static func hash(_ id: UInt64) -> Int {
    Int(truncatingIfNeeded: (id &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }
}
