import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// So many tasks need no more than a few orders.
private let fewSchedules = Schedules.count(5)

@Suite("1.5 A thousand tasks", .exercise("1.5"))
struct ThousandTasksTests {
  @Test func `all are alive when the last is started`() async throws {
    try await bubble(fewSchedules) {
      let census = await takeCensus(of: 1_000, alive: { Bubble.liveTasks }) { _ in
        try? await Task.sleep(for: .seconds(1))
      }

      #expect(census.before == 0, "nothing was started yet")
      #expect(
        census.launched >= 1_000,
        "1,000 tasks that sleep for 1 s are all alive when the last of them has been started")
    }
  }

  @Test func `none is left at the end`() async throws {
    try await bubble(fewSchedules) {
      let census = await takeCensus(of: 100, alive: { Bubble.liveTasks }) { number in
        try? await Task.sleep(for: .milliseconds(100 * number))
      }

      #expect(census.after == 0, "the last census is due when the last task has ended")
      #expect(
        Bubble.elapsed == .seconds(10),
        "the slowest of the 100 tasks takes 10 s, and the others end meanwhile: 10 s in all")
    }
  }

  @Test func `every task does its work`() async throws {
    try await bubble(fewSchedules) {
      let numbers = Mutex<Set<Int>>([])

      _ = await takeCensus(of: 20, alive: { Bubble.liveTasks }) { number in
        await Task.yield()
        numbers.withLock { _ = $0.insert(number) }
      }

      #expect(
        numbers.withLock { $0 } == Set(1...20),
        "20 tasks should have worked, with the numbers 1 to 20")
    }
  }
}
