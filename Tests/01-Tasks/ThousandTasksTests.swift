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
      // Counts in its own way, so that a number that was not asked for is wrong: 3 a task, and 5.
      let census = await takeCensus(of: 1_200, alive: { 3 * Bubble.liveTasks + 5 }) { _ in
        try? await Task.sleep(for: .seconds(1))
      }

      #expect(
        census.before == 5, "before any task has started, `alive` returns 5 here for 0 tasks")
      #expect(
        census.launched >= 3_605,
        """
        1,200 tasks sleep for 1 s, so all are alive when the last of them has been started. Call \
        `alive` at that moment; here it returns 3 for each task, and 5 more
        """)
      #expect(
        census.after == 5,
        """
        1,200 tasks end at the same moment, and `alive` returns 5 here when all of them have ended; \
        your `after` is \(census.after). A task that has sent its last message may still be there
        """)
    }
  }

  @Test func `none is left at the end`() async throws {
    try await bubble(fewSchedules) {
      let bystanders = (1...4).map { _ in Task { try? await Task.sleep(for: .seconds(200_000)) } }
      // One leaves while the tasks work.
      let leaving = Task { try? await Task.sleep(for: .seconds(5)) }

      let census = await takeCensus(of: 100, alive: { Bubble.liveTasks }) { number in
        try? await Task.sleep(for: .seconds(1_000 * (101 - number)))
      }
      let tasks = Bubble.liveTasks

      #expect(
        census.before == 5 && census.launched >= 105,
        """
        5 other tasks are alive before yours, and 100 more when all of yours are started, and `alive` \
        counts all of them. Your `before` is \(census.before), and your `launched` \(census.launched)
        """)
      #expect(
        census.after == 4 && tasks == 4,
        """
        when the last of your tasks has ended, 4 of the 5 others are alive: call `alive` again at that \
        moment. Your `after` is \(census.after), and at the return \(tasks) were alive
        """)
      #expect(
        Bubble.elapsed == .seconds(100_000),
        "the slowest of 100 tasks takes 100,000 s, and the others end sooner: expected 100,000 s")
      for bystander in bystanders + [leaving] {
        bystander.cancel()
        await bystander.value
      }
    }
    // Few enough for all orders.
    try await bubble {
      let census = await takeCensus(of: 1, alive: { Bubble.liveTasks }) { _ in await Task.yield() }

      #expect(
        census.after == 0,
        """
        one task was started, and it was still alive when you counted for the last time. A task that \
        has said that it is done may still be there
        """)
    }
  }

  @Test func `every task does its work`() async throws {
    try await bubble(fewSchedules) {
      for count in [20, 1] { try await expectNumbers(ofTasks: count) }
    }
    // Few enough for many orders, even between two lines of a task.
    try await bubble { try await expectNumbers(ofTasks: 2) }
  }
}

/// Expects that `count` tasks work once each, with their numbers, and without a pause.
private func expectNumbers(ofTasks count: Int) async throws {
  let numbers = Mutex<[Int]>([])

  _ = await takeCensus(of: count, alive: { Bubble.liveTasks }) { number in
    await Task.yield()
    numbers.withLock { $0.append(number) }
  }

  let worked = numbers.withLock { $0.sorted() }
  try #require(
    worked == Array(1...count),
    """
    \(counted(count, "task")) should have worked once each, with the numbers from 1 \
    to \(count); the numbers were \(worked)
    """)
  try #require(
    Bubble.elapsed == .zero,
    "tasks that do not sleep take no time, and neither should the census; did yours wait?")
}
