import Synchronization
import Testing

@testable import Bubble

private actor Counter {
  private(set) var value = 0
  func set(_ newValue: Int) { value = newValue }
}

private struct LostUpdate: Error {}

/// Three tasks that read a counter and write one more.
private func race() async -> Int {
  let counter = Counter()
  await withTaskGroup { group in
    for _ in 1...3 {
      group.addTask {
        let seen = await counter.value
        await counter.set(seen + 1)
      }
    }
  }
  return await counter.value
}

@Suite("outcomes") struct OutcomeTests {
  @Test func `outcomes are counted over all schedules, and only those`() async throws {
    let exploration = await explore(.count(300)) {
      let sum = await race()
      Bubble.note(outcome: sum)
      if sum < 3 { throw LostUpdate() }
    }

    // Neither the runs that compare nor those that shorten are counted.
    #expect(exploration.outcomes.values.reduce(0, +) == 300)
    #expect(Set(exploration.outcomes.keys) == ["1", "2", "3"])
    #expect(exploration.outcomes["3"] == 300 - exploration.failures)
  }

  @Test func `a run that notes several outcomes counts for the last`() async throws {
    let exploration = try await bubble(.count(5)) {
      Bubble.note(outcome: "loading")
      Bubble.note(outcome: "loaded")
    }

    #expect(exploration.outcomes == ["loaded": 5])
  }

  @Test func `a run that notes nothing is in no count`() async {
    let runs = Mutex(0)
    let exploration = await explore(.count(4)) {
      let run = runs.withLock { runs in
        runs += 1
        return runs
      }
      if run.isMultiple(of: 2) { Bubble.note(outcome: run) }
    }

    #expect(exploration.outcomes == ["2": 1, "4": 1])
  }

  @Test func `a test that fails prints its outcomes, the most frequent first`() async throws {
    try await withKnownIssue {
      try await bubble(.count(40)) {
        let sum = await race()
        Bubble.note(outcome: sum)
        if sum < 3 { throw LostUpdate() }
      }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined(separator: "\n")
      guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("outcomes: ") })
      else { return false }
      let counts = line.split(separator: "× ").dropFirst().compactMap {
        Int($0.prefix { $0.isNumber })
      }
      return counts.reduce(0, +) == 40 && counts == counts.sorted(by: >)
    }
  }

  @Test func `a run that hits a bound prints the outcomes of the others`() async throws {
    let runs = Mutex(0)
    try await withKnownIssue {
      try await bubble(.count(2)) {
        let run = runs.withLock { runs in
          runs += 1
          return runs
        }
        while run > 1 { try await Task.sleep(for: .seconds(7200)) }
        Bubble.note(outcome: "done")
      }
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("outcomes: done × 1\n") }
    }
  }

  @Test func `outcomes go into the record for a grader`() async {
    let exploration = await explore(.count(3)) { Bubble.note(outcome: "a \"b\"") }

    let record = BubbleResult(exploration, issues: []).json
    #expect(record.contains(#""outcomes":{"a \"b\"":3}"#))
  }

  @Test func `outside a bubble a note does nothing`() {
    Bubble.note(outcome: 1)
  }

  @Test func `in the reduced mode the one run is counted`() async {
    let exploration = await ReducedExplorer(
      body: { Bubble.note(outcome: "calm") }, failures: { 0 }
    ).explore()

    #expect(exploration.outcomes == ["calm": 1])
  }
}

@Suite("histograms") struct HistogramTests {
  @Test func `the most frequent value stands first, and of equal ones the smaller text`() {
    let text = Histogram(counts: ["1": 722, "2": 1001, "3": 277, "0": 277]).text

    #expect(text == "outcomes: 2 × 1001, 1 × 722, 0 × 277, 3 × 277")
  }

  @Test func `eight values are shown, and what the others come to`() {
    let counts = Dictionary(uniqueKeysWithValues: (1...11).map { ("v\($0)", 100 - $0) })

    #expect(
      Histogram(counts: counts).text == """
        outcomes: v1 × 99, v2 × 98, v3 × 97, v4 × 96, v5 × 95, v6 × 94, v7 × 93, v8 × 92, \
        3 more × 270
        """)
  }

  @Test func `a long value is cut, and stays on one line`() {
    let text = Histogram(counts: [String(repeating: "ship\n", count: 40): 2]).text

    #expect(
      text == "outcomes: " + String(repeating: "ship ", count: 11) + "ship… × 2")
  }

  @Test func `nothing noted is nothing said`() {
    #expect(Histogram(counts: [:]).text.isEmpty)
  }
}
