import Foundation
import Testing

@testable import RunFormats

@Suite("what a bubble tells the grader") struct BubbleResultTests {
  @Test func `what is written by hand is read as it was`() throws {
    var result = BubbleResult(verdict: .leaked, schedules: 50, failedSchedules: 3)
    result.exhaustive = true
    result.schedule = "x2-1"
    result.message = "a \"leak\"\nat\tt = 2 s \u{1}"
    result.virtualSeconds = 2.5
    result.outcomes = ["b": 2, "a\\": 1]
    result.leaks = [
      .init(task: "task 3", startedAt: "W.swift:4", waitsFor: "a sleep", endsWhenCancelled: true)
    ]

    let read = try JSONDecoder().decode(BubbleResult.self, from: Data(result.json.utf8))

    #expect(read == result)
  }

  @Test func `what is not known is null`() throws {
    let passed = BubbleResult(verdict: .passed, schedules: 1, failedSchedules: 0)

    let read = try JSONDecoder().decode(BubbleResult.self, from: Data(passed.json.utf8))

    #expect(read.message == nil && read.schedule == nil && read.exhaustive == nil)
  }

  @Test func `to be stuck is worse than a race, and a race worse than a leak`() {
    let verdicts: [BubbleResult.Verdict] = [.race, .stuck, .passed, .deadlocked, .leaked, .wrong]

    #expect(verdicts.sorted() == [.passed, .leaked, .wrong, .race, .deadlocked, .stuck])
  }

  @Test func `orders are read as they were written`() throws {
    let orders = Orders(eventsFile: "/x/events.jsonl", configuration: Array("{}\n{}".utf8))

    let read = try #require(Orders(orders.input))

    #expect(read.eventsFile == orders.eventsFile && read.configuration == orders.configuration)
    #expect(read.mac?.tag([1], number: 2) == orders.mac?.tag([1], number: 2))
    #expect(Orders(Array("nothing\n".utf8)) == nil)
  }
}
