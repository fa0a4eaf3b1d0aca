import Bubble
import Channels
import Testing

@Suite("a wait group") struct WaitGroupTests {
  @Test(arguments: TestEnvironment.allCases)
  func `sixteen tasks meet in eight rounds and nobody is released too soon`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run(.count(20)) {
      let (arrived, leave) = (WaitGroup(), WaitGroup())
      for _ in 0..<8 {
        let exited = Channel<Void>(capacity: 16)
        arrived.add(16)
        leave.add()
        for _ in 0..<16 {
          // The sixteen receives below wait for it.
          Task {
            arrived.done()
            await leave.wait()
            await exited.send(())
          }
        }
        await arrived.wait()
        #expect(exited.count == 0, "a task was released before the last one was done")
        leave.done()
        for _ in 0..<16 { await exited.receive() }
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `wait returns at once when nothing is left`(environment: TestEnvironment) async throws {
    try await environment.run {
      let group = WaitGroup()
      await group.wait()
      group.add(2)
      group.add(-2)
      await group.wait()
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `wait holds until the last one is done`(environment: TestEnvironment) async throws {
    try await environment.run {
      for _ in environment.rounds(1000) {
        let (group, done) = (WaitGroup(), Tally())
        group.add(2)
        for _ in 0..<2 {
          // `group` waits for it.
          Task {
            done.add()
            group.done()
          }
        }
        await group.wait()
        #expect(done.count == 2, "woken before both were done")
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `one done of two releases nobody`(environment: TestEnvironment) async throws {
    try await environment.run {
      let (group, ends) = (WaitGroup(), Tally())
      group.add(2)
      let waiting = (0..<3).map { _ in
        Task {
          await group.wait()
          ends.add()
        }
      }
      await settle { group.line == 3 }

      group.done()
      await settle { group.line == 3 }
      #expect(ends.count == 0)
      group.done()

      for task in waiting { await task.value }
      #expect(ends.count == 3)
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a group serves another round after wait has returned`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      let (group, done) = (WaitGroup(), Tally())
      for round in 1...3 {
        group.add()
        // `group` waits for it.
        Task {
          done.add()
          group.done()
        }
        await group.wait()
        #expect(done.count == round)
      }
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `cancelling does not end the wait`(environment: TestEnvironment) async throws {
    try await environment.run {
      let (group, ends) = (WaitGroup(), Tally())
      group.add()
      let waiting = Task {
        await group.wait()
        ends.add()
      }
      await settle { group.line == 1 }

      waiting.cancel()
      await settle { group.line == 1 }
      #expect(ends.count == 0)

      group.done()
      await waiting.value
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a task that is cancelled already waits like any other`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      let (group, ends) = (WaitGroup(), Tally())
      group.add()
      let waiting = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        await group.wait()
        ends.add()
      }
      await settle { group.line == 1 }
      #expect(ends.count == 0)

      group.done()
      await waiting.value
    }
  }

  @Test func `a negative counter is a misuse, and the group stays usable`() async {
    let exploration = await explore {
      let group = WaitGroup()
      group.add()
      group.add(-2)
      group.done()
      await group.wait()
    }
    #expect(exploration.failure?.verdict == .wrong)
    #expect(exploration.failure?.message.contains("negative WaitGroup counter") == true)
  }
}
