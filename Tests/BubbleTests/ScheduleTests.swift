import Bubble
import Synchronization
import Testing

private actor Cell {
  var value = 0
  func set(_ newValue: Int) { value = newValue }
}

/// What tasks did, in order.
final class Log: Sendable {
  private let entries = Mutex<[String]>([])
  func add(_ entry: String) { entries.withLock { $0.append(entry) } }
  var text: String { entries.withLock { $0.joined(separator: " ") } }
}

@Suite("schedules") struct ScheduleTests {
  /// The orders in which three tasks with two steps each ran, one for each schedule.
  private func orders(_ schedules: Schedules) async -> [String] {
    let seen = Log()
    _ = await explore(schedules) {
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        for name in ["a", "b", "c"] {
          group.addTask {
            log.add(name)
            await Task.yield()
            log.add(name)
          }
        }
      }
      seen.add(log.text.filter { $0 != " " })
    }
    return seen.text.split(separator: " ").map(String.init)
  }

  @Test func `first in, first out runs tasks in the order of their start`() async {
    #expect(await orders(.these([.firstInFirstOut])) == ["abcabc"])
  }

  @Test func `last in, first out runs the youngest task first`() async {
    let seen = await orders(.these([.lastInFirstOut]))

    #expect(seen == ["ccbbaa"])
  }

  @Test func `random schedules run tasks in many orders`() async {
    #expect(Set(await orders(.count(200))).count > 30)
  }

  @Test(arguments: [1, 7, 41] as [UInt64])
  func `the same seed gives the same order every time`(seed: UInt64) async {
    let again = await orders(.these(Array(repeating: .random(seed: seed), count: 20)))

    #expect(Set(again).count == 1)
    #expect(again.count == 20)
  }

  @Test func `two equal sleepers are seen in both orders over seeds`() async {
    let seeds = (1...20).map { Schedule.random(seed: $0) }

    #expect(Set(await sleepers(.these(seeds))) == ["ab", "ba"])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `two equal sleepers are seen in one order for one seed`(seed: UInt64) async {
    let again = await sleepers(.these(Array(repeating: .random(seed: seed), count: 20)))

    #expect(Set(again).count == 1)
    #expect(again.count == 20)
  }

  @Test func `two equal sleepers are seen in both orders by default`() async {
    #expect(Set(await sleepers(.default)) == ["ab", "ba"])
  }

  /// The orders in which two equal sleepers woke, one for each schedule.
  private func sleepers(_ schedules: Schedules) async -> [String] {
    let seen = Log()
    _ = await explore(schedules) {
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        for name in ["a", "b"] {
          group.addTask {
            try? await Task.sleep(for: .seconds(1))
            log.add(name)
          }
        }
      }
      seen.add(log.text.filter { $0 != " " })
    }
    return seen.text.split(separator: " ").map(String.init)
  }

  @Test func `two equal sleepers meet between their steps`() async {
    let seen = Log()
    let exploration = await explore {
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        for name in ["a", "b"] {
          group.addTask {
            try? await Task.sleep(for: .seconds(1))
            log.add(name)
            await Task.yield()
            log.add(name)
          }
        }
      }
      seen.add(log.text.filter { $0 != " " })
    }

    #expect(exploration.failures == 0)
    #expect(seen.text.contains("abab"))
    #expect(seen.text.contains("baab"))
  }

  @Test func `a lost update through an actor is found, and its schedule finds it again`() async {
    let body: @Sendable () async throws -> Void = {
      struct Lost: Error {}
      let cell = Cell()
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            let seen = await cell.value
            await cell.set(seen + 1)
          }
        }
      }
      if await cell.value != 3 { throw Lost() }
    }

    let exploration = await explore(.default, body)
    #expect(exploration.failure?.verdict == .wrong)
    #expect(exploration.failures > 10)
    #expect(exploration.failures < exploration.schedules)

    guard let schedule = exploration.failure?.schedule else { return }
    let again = await explore(.these([schedule]), body)
    #expect(again.failures == 1)
  }

  @Test(arguments: [
    "f", "l", "r0", "r17", "r18446744073709551615", "p3.2.40", "x", "x4-1", "x0-2.7-1",
  ])
  func `a schedule is read as it is written`(text: String) {
    #expect(Schedule(text)?.description == text)
  }

  @Test(arguments: [
    "", "y", "r", "r-1", "f1", "17", "p1", "p1.0.5", "x1", "x1-0", "x2-1.1-1", "x1-1.",
  ])
  func `a text that is not a schedule is refused`(text: String) {
    #expect(Schedule(text) == nil)
  }

  @Test(arguments: [Schedule.firstInFirstOut, .lastInFirstOut, .random(seed: 3)])
  func `a task that yields for ever does not keep others out`(schedule: Schedule) async {
    let exploration = await explore(.these([schedule])) {
      let polling = Task { while !Task.isCancelled { await Task.yield() } }
      await Task { for _ in 0..<10 { await Task.yield() } }.value
      polling.cancel()
      await polling.value
    }

    #expect(exploration.failure == nil)
  }
}
