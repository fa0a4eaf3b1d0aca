import Channels
import Synchronization
import Testing

@testable import Bubble

/// Hands a task to one that was started before it.
private final class Handle: Sendable {
  private let task = Mutex<Task<Void, Never>?>(nil)

  func set(_ task: Task<Void, Never>) { self.task.withLock { $0 = task } }
  func wait() async { await task.withLock { $0 }?.value }
}

@Suite("cycles") struct CycleTests {
  private func cycle(
    _ body: @escaping @Sendable () async throws -> Void
  ) async -> String? {
    let exploration = await explore(.these([.firstInFirstOut]), body)
    #expect(exploration.failure?.verdict == .deadlocked)
    return exploration.failure?.message.split(separator: "\n").first {
      $0.hasPrefix("in a cycle: ")
    }.map(String.init)
  }

  @Test func `two tasks that wait for each other's end are a cycle, and the test is not in it`()
    async throws
  {
    let line = #line
    let exploration = await explore(.these([.firstInFirstOut])) {
      let handle = Handle()
      let tug = Task(name: "tug") { await handle.wait() }
      let ship = Task(name: "ship") { await tug.value }
      handle.set(ship)
      await ship.value
    }

    #expect(
      exploration.failure?.message == """
        deadlock at t = 0 s: 3 tasks wait and nothing can wake them
          the test waits at CycleTests.swift:\(line + 6) for the end of task "ship", since t = 0 s
          task "tug", started at CycleTests.swift:\(line + 3), waits at CycleTests.swift:12 for the end \
        of task "ship", since t = 0 s
          task "ship", started at CycleTests.swift:\(line + 4), waits at CycleTests.swift:\(line + 4) \
        for the end of task "tug", since t = 0 s
        in a cycle: task "tug" waits for the end of task "ship", which waits for the end of task \
        "tug"
        look at: which of them could go on without waiting for the next?
        """)
  }

  @Test func `a child that waits for its parent is a cycle through the group`() async {
    let cycle = await cycle {
      let handle = Handle()
      let parent = Task(name: "parent") {
        await withTaskGroup { group in
          group.addTask {}
          group.addTask(name: "child") { await handle.wait() }
        }
      }
      handle.set(parent)
      await parent.value
    }

    #expect(
      cycle == """
        in a cycle: task "parent" waits for its child task "child", which waits for the end of \
        task "parent"
        """)
  }

  @Test func `a task that waits for itself is a cycle of one`() async {
    let cycle = await cycle {
      let handle = Handle()
      let task = Task { await handle.wait() }
      handle.set(task)
      await task.value
    }

    #expect(cycle == "in a cycle: task 2 waits for its own end")
  }

  @Test func `two tasks that used each other's channels are not a cycle: any task could`() async {
    let cycle = await cycle {
      let orders = Channel<Int>()
      let crates = Channel<Int>()
      Task(name: "crane") {
        for await order in orders { await crates.send(order) }
      }
      for order in 1...2 {
        await orders.send(order)
        _ = await crates.receive()
      }
      _ = await crates.receive()
    }

    #expect(cycle == nil)
  }

  @Test func `channels that no task has used are not a cycle: any task could`() async {
    let cycle = await cycle {
      let (orders, crates) = (Channel<Int>(), Channel<Int>())
      Task { await crates.send(1) }
      await orders.send(1)
    }

    #expect(cycle == nil)
  }

  @Test func `a channel whose last sender has ended is not a cycle`() async {
    let cycle = await cycle {
      let orders = Channel<Int>()
      let clerk = Task { for order in 1...3 { await orders.send(order) } }
      let crane = Task { for await _ in orders {} }
      await clerk.value
      await crane.value
    }

    #expect(cycle == nil)
  }
}

@Suite("the search for a cycle") struct WaitCycleTests {
  /// Tasks by number, each with those that it waits for.
  private func tasks(_ waits: [Int: [Int]]) -> [TaskSummary] {
    waits.sorted { $0.key < $1.key }.map { number, others in
      var summary = TaskSummary(number: number, waitsFor: "", since: .zero)
      summary.waits = others.map { TaskSummary.Wait(task: $0, words: "\($0)") }
      return summary
    }
  }

  private func numbers(_ waits: [Int: [Int]]) -> [Int]? {
    WaitCycle(in: tasks(waits))?.links.map(\.task.number)
  }

  @Test func `a chain is not a cycle`() {
    #expect(numbers([1: [2], 2: [3], 3: []]) == nil)
  }

  @Test func `a chain into a cycle is left out`() {
    #expect(numbers([1: [2], 2: [3], 3: [4], 4: [2]]) == [2, 3, 4])
  }

  @Test func `of two cycles of a task the shorter is told`() {
    #expect(numbers([1: [2, 3], 2: [4], 3: [1], 4: [1]]) == [1, 3])
  }

  @Test func `a task that does not wait, or is not in the list, ends a way`() {
    #expect(numbers([1: [2, 9], 2: []]) == nil)
  }
}
