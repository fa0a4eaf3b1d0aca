import Testing

@testable import Bubble

@Suite("what was run of what there is") struct CoverageTests {
  private func exploration(_ schedules: Int, all: Bool, failures: Int = 0) -> Exploration {
    var exploration = Exploration()
    exploration.schedules = schedules
    exploration.isExhaustive = all
    exploration.failures = failures
    if failures > 0 { exploration.failure = Exploration.Failure(RunOutcome(), .firstInFirstOut) }
    return exploration
  }

  @Test func `a search that has run them all says all`() {
    #expect("\(exploration(1204, all: true))" == "passed in all 1,204 schedules")
    #expect("\(exploration(1, all: true))" == "passed in the only schedule there is")
    #expect("\(exploration(24, all: true, failures: 3))" == "wrong in 3 of all 24 schedules")
  }

  @Test func `a search that has not says of many`() {
    #expect("\(exploration(512, all: false))" == "passed in 512 schedules of many")
    #expect("\(exploration(1_000_000, all: false))" == "passed in 1,000,000 schedules of many")
    #expect("\(exploration(1, all: false, failures: 1))" == "wrong in 1 of 1 schedule")
  }

  @Test func `a search up to a limit does not say all, one that ends by itself does`() async {
    let body: @Sendable () async -> Void = {
      await withTaskGroup { group in
        for _ in 1...3 { group.addTask { await Task.yield() } }
      }
    }

    let some = await explore(.exhaustive(limit: 10), body)
    let all = await explore(.exhaustive(), body)

    #expect("\(some)" == "passed in 10 schedules of many")
    #expect("\(all)".hasPrefix("passed in all "))
    #expect(all.schedules > 10)
  }
}
