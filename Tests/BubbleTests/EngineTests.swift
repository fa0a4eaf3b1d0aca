import Testing

@testable import Bubble

@Suite("the table of tasks") struct TaskTableTests {
  private func table(of ids: [UInt64]) -> TaskTable {
    let table = TaskTable()
    for (index, id) in ids.enumerated() {
      table.insert(TaskRecord(id: id, memory: nil, number: index + 1))
    }
    return table
  }

  @Test(arguments: [1, 31, 32, 33, 5_000])
  func `every task is found by its number, and no other`(count: Int) {
    // Numbers as the runtime gives them, with those of other bubbles between them.
    let ids = (1...UInt64(count)).map { $0 * 3 }
    let table = table(of: ids)

    #expect(ids.map { table.index(of: $0) } == Array(0..<count))
    #expect(!ids.contains { table.contains($0 + 1) })
  }

  @Test(arguments: [1, 40, 5_000])
  func `an emptied table knows no task and can be filled again`(count: Int) {
    let ids = (1...UInt64(count)).map { $0 }
    let table = table(of: ids)

    table.removeAll()

    #expect(table.count == 0)
    #expect(!ids.contains { table.contains($0) })
    table.insert(TaskRecord(id: 2, memory: nil, number: 1))
    #expect(table.index(of: 2) == 0)
  }

  @Test func `details that are used again know nothing of the task before`() {
    let table = table(of: [7])
    table.details(0).sleepsUntil = 3
    table.removeAll()

    table.insert(TaskRecord(id: 8, memory: nil, number: 1))

    #expect(table.details(0).sleepsUntil == nil)
  }
}

@Suite("the queue of ready jobs") struct ReadyQueueTests {
  /// A job that is never run.
  private func job(_ task: Int32, priority: Int32 = 0) -> ReadyJob {
    let nobody = UnsafeRawPointer(bitPattern: 16)
    var job = ReadyJob(job: unsafeBitCast(nobody, to: UnownedJob.self), lane: .other)
    job.task = task
    job.priority = priority
    return job
  }

  @Test(arguments: [1, 63, 64, 65, 1_000])
  func `jobs leave in the order in which they came`(count: Int32) {
    var queue = ReadyQueue()
    for task in 0..<count { queue.append(job(task)) }

    var left: [Int32] = []
    while !queue.isEmpty { left.append(queue.remove(at: 0).task) }

    #expect(left == Array(0..<count))
  }

  @Test func `the rest stays in order when one in the middle is taken`() {
    var queue = ReadyQueue()
    for task in 0..<5 as Range<Int32> { queue.append(job(task)) }

    #expect(queue.remove(at: 2).task == 2)
    #expect(queue.remove(at: 3).task == 4)
    #expect(queue.remove(at: 0).task == 0)
    #expect((queue[0].task, queue[1].task, queue.count) == (1, 3, 2))
  }

  @Test func `a queue that is filled and emptied in turn does not grow out of its place`() {
    var queue = ReadyQueue()
    for task in 0..<10_000 as Range<Int32> {
      queue.append(job(task))
      queue.append(job(task))
      _ = queue.remove(at: 0)
      if queue.count > 20 { _ = queue.remove(at: 0) }
    }

    #expect(queue.count == 20)
    #expect(queue[19].task == 9_999)
  }

  @Test func `the oldest of the highest priority is found`() {
    var queue = ReadyQueue()
    for (task, priority) in [(0, 1), (1, 5), (2, 5), (3, 2)] as [(Int32, Int32)] {
      queue.append(job(task, priority: priority))
    }

    #expect(queue.indexOfHighestPriority() == 1)
    #expect(queue.index(ofTask: 3) == 3)
    #expect(queue.takeYoungest(of: 0)?.task == nil)
    #expect(queue.takeYoungest(of: 3)?.task == 3)
  }
}

@Suite("lists of schedules") struct ScheduleListTests {
  @Test func `a count begins with the plain orders and goes on with seeds from 1`() {
    let list = ScheduleList.count(4)

    #expect((0..<list.count).map { "\(list[$0])" } == ["f", "l", "r1", "r2"])
  }

  @Test func `a mix has random and PCT ones in turn`() {
    let list = ScheduleList.mix(7, steps: 40)

    #expect(
      (0..<list.count).map { "\(list[$0])" } == ["f", "l", "r1", "p1.3.40", "r2", "p2.4.40", "r3"])
  }
}
