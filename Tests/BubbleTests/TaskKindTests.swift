import Bubble
import Channels
import Synchronization
import Testing

private enum Local {
  @TaskLocal static var name = "none"
}

@Suite("immediate tasks") struct ImmediateTaskTests {
  @Test func `an immediate task runs at once, and counts`() async throws {
    try await bubble {
      let log = Log()
      let task = Task.immediate {
        log.add("a")
        await Task.yield()
        log.add("c")
      }
      log.add("b")
      #expect(Bubble.liveTasks == 1)

      await task.value
      #expect(log.text == "a b c")
      #expect(Bubble.startedTasks == 1)
      #expect(Bubble.finishedTasks == 1)
    }
  }

  @Test func `an immediate task that never waits counts, too`() async throws {
    try await bubble {
      let task = Task.immediate { 7 }
      #expect(Bubble.startedTasks == 1)
      #expect(Bubble.liveTasks == 0)

      #expect(await task.value == 7)
    }
  }

  @Test func `an immediate task left behind on a channel is a leak, with its line`() async throws {
    let line = #line + 3
    let exploration = await explore(.count(3)) {
      let berths = Channel<Int>()
      Task.immediate { _ = await berths.receive() }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .leaked)
    #expect(failure.leaks.first?.startedAt == "TaskKindTests.swift:\(line)")
    #expect(failure.leaks.first?.waitsFor.hasPrefix("waits to receive") == true)
  }

  @Test func `an immediate task left behind in a sleep is a leak`() async throws {
    let exploration = await explore(.count(3)) {
      Task.immediate { try? await Task.sleep(for: .seconds(3)) }
    }

    #expect(exploration.failure?.leaks.first?.waitsFor.contains("until t = 3 s") == true)
    #expect(exploration.failure?.leaks.first?.endsWhenCancelled == true)
  }

  @Test func `immediate tasks in a group count`() async throws {
    try await bubble(.count(5)) {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<10 {
          group.addImmediateTask { try? await Task.sleep(for: .seconds(1)) }
        }
      }

      #expect(Bubble.startedTasks == 10)
      #expect(Bubble.mostAlive == 10)
      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `an immediate task outside a bubble is left alone`() async {
    #expect(await Task.immediate { Bubble.startedTasks }.value == 0)
  }
}

@Suite("what tasks carry") struct TaskContextTests {
  @Test func `task-local values reach children and plain tasks, not detached ones`() async throws {
    try await Local.$name.withValue("crane") {
      try await bubble {
        #expect(Local.name == "crane")
        #expect(await Task { Local.name }.value == "crane")
        #expect(await Task.detached { Local.name }.value == "none")

        async let child = Local.name
        #expect(await child == "crane")
      }
    }
  }

  @Test func `a task-local value of one task does not reach its sibling`() async throws {
    try await bubble {
      async let first = Local.$name.withValue("tug") {
        await Task.yield()
        return Local.name
      }
      async let second = Local.name

      #expect(await first == "tug")
      #expect(await second == "none")
    }
  }

  @Test(arguments: [TaskPriority.background, .utility, .medium, .high])
  func `a task has the priority that it was given`(priority: TaskPriority) async throws {
    try await bubble {
      let seen = Mutex<TaskPriority?>(nil)
      Task(priority: priority) { seen.withLock { $0 = Task.currentPriority } }
      await Bubble.settle()

      #expect(seen.withLock { $0 } == priority)
    }
  }

  @Test func `a task of high priority does not keep one of low priority out`() async {
    let firsts = Log()
    let exploration = await explore {
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        group.addTask(priority: .background) { log.add("low") }
        group.addTask(priority: .high) { log.add("high") }
      }
      firsts.add(log.text.contains("low high") ? "low" : "high")
    }

    #expect(exploration.failures == 0)
    #expect(Set(firsts.text.split(separator: " ")) == ["low", "high"])
  }

  @Test func `a task that waits lends its priority`() async throws {
    try await bubble {
      let seen = Mutex<TaskPriority?>(nil)
      let low = Task(priority: .background) {
        try? await Task.sleep(for: .seconds(1))
        seen.withLock { $0 = Task.currentPriority }
      }
      await Task(priority: .high) { await low.value }.value

      #expect(seen.withLock { $0 } == .high)
      #expect(Bubble.elapsed == .seconds(1))
    }
  }
}

@Suite("cancellation") struct CancellationTests {
  @Test func `a cancellation handler runs at once, in the task that cancels`() async throws {
    try await bubble {
      let log = Log()
      let task = Task {
        await withTaskCancellationHandler {
          try? await Task.sleep(for: .seconds(5))
          log.add("ended")
        } onCancel: {
          log.add("told")
        }
      }
      await Bubble.settle()
      task.cancel()
      log.add("cancelled")
      await task.value

      #expect(log.text == "told cancelled ended")
      #expect(Bubble.elapsed == .zero)
    }
  }

  @Test func `cancelling a task cancels its children, not the tasks it started`() async throws {
    try await bubble {
      let log = Log()
      let other = Mutex<Task<Void, Never>?>(nil)
      let parent = Task {
        let own = Task {
          try? await Task.sleep(for: .seconds(2))
          log.add("own:\(Task.isCancelled)")
        }
        other.withLock { $0 = own }
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            try? await Task.sleep(for: .seconds(2))
            log.add("child:\(Task.isCancelled)")
          }
        }
      }
      try await Task.sleep(for: .seconds(1))
      parent.cancel()
      await parent.value
      #expect(Bubble.elapsed == .seconds(1))

      await other.withLock { $0 }?.value
      #expect(log.text == "child:true own:false")
      #expect(Bubble.elapsed == .seconds(2))
    }
  }

  @Test func `a stream ends when its reader is cancelled`() async throws {
    try await bubble {
      let (ships, port) = AsyncStream.makeStream(of: Int.self)
      let reader = Task { await ships.reduce(0, +) }
      port.yield(7)
      await Bubble.settle()
      reader.cancel()

      #expect(await reader.value == 7)
    }
  }
}

@Suite("many tasks, and deep ones") struct LargeProgramTests {
  private static let steps = 200_000

  @Test func `ten thousand tasks at once are counted exactly`() async throws {
    try await bubble(.these([.firstInFirstOut, .random(seed: 1)]).allowing(steps: Self.steps)) {
      let tasks = (0..<10_000).map { index in
        Task {
          await Task.yield()
          return index
        }
      }
      #expect(Bubble.liveTasks == 10_000)

      var sum = 0
      for task in tasks { sum += await task.value }
      #expect(sum == 49_995_000)
      #expect(Bubble.mostAlive == 10_000)
      #expect(Bubble.liveTasks == 0)
    }
  }

  @Test func `task groups nest two hundred deep`() async throws {
    @Sendable func depth(below levels: Int) async -> Int {
      guard levels > 0 else { return 0 }
      return await withTaskGroup(of: Int.self) { group in
        group.addTask { await depth(below: levels - 1) }
        return await group.reduce(1, +)
      }
    }

    try await bubble(.count(5)) {
      #expect(await depth(below: 200) == 200)
      #expect(Bubble.mostAlive == 200)
    }
  }

  @Test func `a leak two hundred tasks deep is found`() async throws {
    @Sendable func dive(_ levels: Int, to channel: Channel<Int>) {
      Task {
        guard levels > 1 else { return _ = await channel.receive() }
        dive(levels - 1, to: channel)
      }
    }

    let exploration = await explore(.count(2)) { dive(200, to: Channel<Int>()) }

    #expect(exploration.failure?.verdict == .leaked)
    #expect(exploration.failure?.leaks.map(\.task) == ["task 201"])
  }

  @Test func `a few hundred bubbles side by side are each right`() async {
    let wrong = await withTaskGroup(of: Int.self) { group in
      for index in 1...300 {
        group.addTask {
          let exploration = await explore(.count(3)) {
            let berths = Channel<Int>()
            let ship = Task {
              try? await Task.sleep(for: .milliseconds(index))
              await berths.send(index)
            }
            guard await berths.receive() == index else { throw CancellationError() }
            await ship.value
          }
          let isRight = exploration.failures == 0 && exploration.duration == .milliseconds(index)
          return isRight ? 0 : 1
        }
      }
      return await group.reduce(0, +)
    }

    #expect(wrong == 0)
  }
}
