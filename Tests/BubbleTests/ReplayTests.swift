import Channels
import Foundation
import Synchronization
import Testing

@testable import Bubble

private actor Harbor {
  private(set) var ships = 0
  func enter() { ships += 1 }
}

/// A number that may be read and written, but not both at once.
private final class Book: Sendable {
  private let number = Mutex(0)
  var total: Int {
    get { number.withLock { $0 } }
    set { number.withLock { $0 = newValue } }
  }
}

/// Loses an update in some schedules, after an actor, channels, a select and sleeps had their say.
@Sendable private func loseAnUpdate() async throws {
  struct Lost: Error {}
  let (berths, cranes, log) = (Channel<Int>(), Channel<Int>(capacity: 1), Channel<Int>(capacity: 3))
  let (harbor, book) = (Harbor(), Book())
  await withDiscardingTaskGroup { group in
    for ship in 1...3 {
      group.addTask(name: "ship \(ship)") {
        try? await Task.sleep(for: .milliseconds(1 + ship / 2))
        await select {
          Send(ship, to: berths) {}
          Send(ship, to: cranes) {}
        }
        let seen = book.total
        await log.send(ship)
        book.total = seen + 1
        await harbor.enter()
      }
    }
    group.addTask(name: "pilot") {
      for _ in 1...3 {
        await select {
          Receive(from: berths) { _ in }
          Receive(from: cranes) { _ in }
        }
      }
    }
  }
  if book.total != 3 { throw Lost() }
}

/// Never suspends.
private func passBy() async {}

@Suite("replay") struct ReplayTests {
  /// The traces of one schedule each, as it is, not shortened.
  private func traces(_ schedules: [Schedule]) async -> [String] {
    struct AsWanted: Error {}
    // It fails in the end, as only a failing run has a trace to show.
    let explorer = Explorer(
      schedules: .default,
      body: {
        try? await loseAnUpdate()
        throw AsWanted()
      }, failures: { 0 })
    var traces: [String] = []
    for schedule in schedules {
      let findings = await explorer.run(.these([schedule]), detail: .trace)
      traces.append(findings.firstFailed?.outcome.trace.json ?? "none")
    }
    return traces
  }

  @Test(arguments: [
    Schedule.random(seed: 1), .random(seed: 2), .pct(seed: 3, depth: 3, steps: 40),
  ])
  func `the same schedule twice gives the same trace, byte for byte`(schedule: Schedule) async {
    let both = await traces([schedule, schedule])

    #expect(both.first?.contains("ship 3") == true)
    #expect(both.first == both.last)
  }

  @Test func `different seeds give different traces`() async {
    let all = await traces((1...20).map { .random(seed: $0) })

    #expect(Set(all).count > 10)
  }

  @Test func `the schedule of a failure gives the same run again`() async throws {
    let exploration = await explore(.default, loseAnUpdate)
    let first = try #require(exploration.failure)
    let again = try #require(await explore(.these([first.schedule]), loseAnUpdate).failure)

    #expect(exploration.failures < exploration.schedules)
    #expect(first.schedule != .switches([]))
    #expect(again.schedule == first.schedule)
    #expect(again.message == first.message)
    #expect(again.trace.json == first.trace.json)
  }

  @Test func `a failure of a plain order is given as switches that fail, too`() async throws {
    struct Backwards: Error {}
    let body: @Sendable () async throws -> Void = {
      let log = Log()
      await withTaskGroup { group in
        for name in ["a", "b", "c"] {
          group.addTask {
            // Where other tasks may go first, in the middle of a step.
            for _ in 1...3 { await passBy() }
            log.add(name)
          }
        }
      }
      if log.text == "c b a" { throw Backwards() }
    }
    let failure = try #require(
      await explore(.these([.lastInFirstOut]), body).failure)

    #expect(failure.schedule != .lastInFirstOut)
    #expect(await explore(.these([failure.schedule]), body).failure?.error is Backwards)
  }

  @Test func `another process replays BUBBLE_SCHEDULE with the same trace, byte for byte`()
    async throws
  {
    let failure = try #require(await explore(.default, loseAnUpdate).failure)
    let (schedule, trace) = (failure.schedule.description, failure.trace.json)

    await #expect(processExitsWith: .success) {
      [schedule = schedule as String, trace = trace as String] in
      setenv("BUBBLE_SCHEDULE", schedule, 1)
      let again = await explore(.default, loseAnUpdate)

      #expect(again.schedules == 1)
      #expect(again.failure?.schedule.description == schedule)
      #expect(again.failure?.trace.json == trace)
    }
  }

  @Test func `a text that is not a schedule ends the process, with an example of one`() async throws
  {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      setenv("BUBBLE_SCHEDULE", "seventeen", 1)
      _ = await explore {}
    }

    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("BUBBLE_SCHEDULE is not a schedule: seventeen; copy it from a failure"))
  }
}
