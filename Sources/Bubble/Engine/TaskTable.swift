internal import Probe

/// What a bubble knows of one task.
struct TaskRecord {
  let id: UInt64
  /// 1 for the closure of `bubble`, then in order of first sight.
  let number: Int
  /// Kept alive by the table; `nil` for an `async let`, whose memory is its parent's.
  let memory: TaskMemory?
  let name: String?
  /// Where the task was started, in runs that are told to find out.
  let startSite: StartSite?

  var isFinished = false
  /// The operation of the library in which the task waits.
  var operation: Operation?
  /// When it began to wait, and until when it sleeps.
  var waitingSince: UInt64 = 0
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

  /// The task runs again: what it waited for is over.
  mutating func goesOn(_ index: Int) {
    guard records[index].sleepsUntil != nil || records[index].waitSite != nil else { return }
    records[index].sleepsUntil = nil
    records[index].waitSite = nil
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
