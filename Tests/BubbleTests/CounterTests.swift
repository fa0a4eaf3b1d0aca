import Bubble
import Testing

@Suite("counters") struct CounterTests {
  @Test func `live tasks are exact before, after the launch and at the end`() async throws {
    try await bubble {
      #expect(Bubble.liveTasks == 0)
      let tasks = (0..<100).map { _ in Task { try? await Task.sleep(for: .seconds(1)) } }
      #expect(Bubble.liveTasks == 100)

      for task in tasks { await task.value }
      #expect(Bubble.liveTasks == 0)
      #expect(Bubble.startedTasks == 100)
      #expect(Bubble.finishedTasks == 100)
      #expect(Bubble.mostAlive == 100)
    }
  }

  @Test func `detached, nested and child tasks count`() async throws {
    try await bubble {
      let outer = Task.detached {
        async let child: Void = Task.sleep(for: .seconds(1))
        let nested = Task { try? await Task.sleep(for: .seconds(1)) }
        try? await child
        await nested.value
      }
      await Bubble.settle()
      #expect(Bubble.liveTasks == 3)

      await outer.value
      #expect(Bubble.liveTasks == 0)
    }
  }

  @Test func `sleeps are not counted as tasks`() async throws {
    try await bubble {
      try await Task.sleep(for: .seconds(1))

      #expect(Bubble.startedTasks == 0)
    }
  }

  @Test(arguments: [1, 3, 7])
  func `the most inside a section is the most that were there at once`(limit: Int) async throws {
    try await bubble {
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<10 {
          if index >= limit { await group.next() }
          group.addTask {
            await Bubble.section("crane") { try? await Task.sleep(for: .seconds(1)) }
          }
        }
      }

      #expect(Bubble.mostInside("crane") == limit)
      #expect(Bubble.mostInside("berth") == 0)
    }
  }

  @Test func `settle returns when every other task waits`() async throws {
    try await bubble {
      let log = Log()
      Task {
        for _ in 0..<5 { await Task.yield() }
        log.add("yielded")
      }
      let sleeper = Task { try? await Task.sleep(for: .seconds(9)) }

      await Bubble.settle()
      #expect(log.text == "yielded")
      #expect(Bubble.elapsed == .zero)
      sleeper.cancel()
    }
  }

  @Test func `an async let that ends on an actor has ended`() async throws {
    try await bubble {
      let crane = Crane()

      await crane.liftBesideAnother()
      #expect(Bubble.liveTasks == 0)

      await liftTwo(with: crane)
      #expect(Bubble.liveTasks == 0)

      await liftTwoAndWaitForNone(with: crane)
      #expect(Bubble.liveTasks == 0)
      #expect(Bubble.finishedTasks == 5)
    }
  }

  @Test func `an async let inside another one that ends on an actor has ended`() async throws {
    try await bubble {
      let crane = Crane()

      await liftNested(with: crane)

      #expect(Bubble.liveTasks == 0)
      #expect(Bubble.finishedTasks == 3)
    }
  }

  @Test func `an async let is alive until it has ended`() async throws {
    try await bubble {
      let crane = Crane()
      let task = Task { await liftTwo(with: crane) }

      await Bubble.settle()
      #expect(Bubble.liveTasks == 3)
      try await Task.sleep(for: .milliseconds(1_500))
      #expect(Bubble.liveTasks == 2)
      await task.value
      #expect(Bubble.liveTasks == 0)
    }
  }
}

/// Lifts crates, each for a second more than the one before.
private actor Crane {
  private var crates = 0

  func lift() async {
    crates += 1
    try? await Task.sleep(for: .seconds(crates))
    crates -= 1
  }

  func liftBesideAnother() async {
    async let first: Void = lift()
    await lift()
    await first
  }

  func liftBesideTwoOthers() async {
    async let nested: Void = liftBesideAnother()
    await lift()
    await nested
  }
}

private func liftTwo(with crane: Crane) async {
  async let first: Void = crane.lift()
  async let second: Void = crane.lift()
  await first
  await second
}

private func liftNested(with crane: Crane) async {
  async let outer: Void = crane.liftBesideTwoOthers()
  await outer
}

private func liftTwoAndWaitForNone(with crane: Crane) async {
  async let _ = crane.lift()
  async let _ = crane.lift()
}
