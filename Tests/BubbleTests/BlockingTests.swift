import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Bubble

/// Explores one schedule, in which a job may block its thread for a tenth of a second.
private func exploreSoon(_ body: @escaping @Sendable () async throws -> Void) async -> Exploration {
  var limits = RunLimits()
  limits.jobTime = 100_000_000
  return await Explorer(
    schedules: .count(2), body: body, failures: { 0 }, limits: limits
  ).explore()
}

// The compiler keeps blocking calls out of async code; called in here, it does not see them.
private func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
private func lockTwice(_ lock: NSLock) { for _ in 1...2 { lock.lock() } }
private func unlock(_ lock: NSLock) { lock.unlock() }
private func sleepForAnHour() { _ = sleep(3600) }
private func sleepInFoundation() { Thread.sleep(forTimeInterval: 0.001) }

@Suite("calls that block the thread") struct BlockingTests {
  @Test func `a task that waits for a semaphore is stuck, and named`() async throws {
    let semaphore = DispatchSemaphore(value: 0)
    let exploration = await exploreSoon {
      let task = Task(name: "crane") {
        await Task.yield()
        wait(for: semaphore)
      }
      await task.value
    }
    semaphore.signal()

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(exploration.schedules == 1)
    #expect(
      failure.message == """
        stuck at t = 0 s: a task blocked its thread for 0.1 s
          task "crane" was running
        look at: a call that blocks the thread, such as a semaphore, a lock or sleep(); await instead.
        """)
  }

  @Test func `a task that takes a lock twice is stuck, and named`() async throws {
    let lock = NSLock()
    let exploration = await exploreSoon {
      await Task(name: "tug") { lockTwice(lock) }.value
    }
    unlock(lock)

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("blocked its thread for 0.1 s\n  task \"tug\" was running"))
  }

  @Test func `a task that blocks its thread for a moment in each step is stuck in the end`()
    async throws
  {
    let exploration = await exploreSoon {
      for _ in 0..<1_000 {
        usleep(20_000)
        await Task.yield()
      }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("a task blocked its thread for 0.1 s, in several parts\n"))
    #expect(failure.message.contains("sleep(); await instead"))
  }

  @Test func `what blocks in each of many schedules is stuck in the end`() async throws {
    var limits = RunLimits()
    limits.jobTime = 100_000_000
    let exploration = await Explorer(
      schedules: .count(1_000), body: { usleep(70_000) }, failures: { 0 }, limits: limits
    ).explore()

    #expect(exploration.failure?.verdict == .stuck)
    #expect(exploration.schedules < 1_000)
    // How many schedules that takes depends on the machine, and none of them alone is stuck.
    let record = BubbleResult(exploration, issues: []).json
    #expect(record.contains("\"schedules\":1,\"failedSchedules\":1,"))
    #expect(record.contains("\"schedule\":null"))
  }

  @Test(arguments: [(5, false), (6, true)])
  func `how long a program may sleep in all does not depend on the machine`(
    schedules: Int, isStuck: Bool
  ) async throws {
    var limits = RunLimits()
    limits.jobTime = 1_000_000_000
    // The first schedule of such a program is its only one, so that it sleeps in that.
    let exploration = await Explorer(
      schedules: .count(1), body: { for _ in 0..<schedules { usleep(200_000) } }, failures: { 0 },
      limits: limits
    ).explore()

    #expect((exploration.failure?.verdict == .stuck) == isStuck)
  }

  @Test func `one sleep that is too long is stuck, and nobody waits for it`() async throws {
    let exploration = await exploreSoon { await Task(name: "tug") { sleepForAnHour() }.value }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("blocked its thread for 0.1 s\n  task \"tug\" was running"))
  }

  @Test func `who waits for a thread outside sleeps really`() async throws {
    let isDone = Mutex(false)
    let exploration = await exploreSoon {
      DispatchQueue.global().async { isDone.withLock { $0 = true } }
      while !isDone.withLock({ $0 }) { usleep(1_000) }
    }

    #expect(exploration.failure == nil)
  }

  @Test func `a short sleep of the system takes real time only`() async throws {
    try await bubble(.count(2)) {
      usleep(1_000)

      #expect(Bubble.elapsed == .zero)
    }
  }

  @Test func `a sleep of Foundation waits for a clock that stands still, and is stuck`()
    async throws
  {
    let exploration = await exploreSoon { sleepInFoundation() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("the test was running"))
    #expect(failure.message.contains("sleep(); await instead"))
  }

  @Test func `a lock that is held for a moment disturbs nothing`() async throws {
    try await bubble {
      let ships = Log()
      await withDiscardingTaskGroup { group in
        for _ in 0..<10 { group.addTask { ships.add("in") } }
      }

      #expect(ships.text.split(separator: " ").count == 10)
    }
  }
}
