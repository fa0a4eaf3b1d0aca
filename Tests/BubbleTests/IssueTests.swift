import Channels
import Synchronization
import Testing

@testable import Bubble

/// The issues that `body` records on the test, kept from it; what `body` throws is lost.
func issues(of body: @escaping @Sendable () async throws -> Void) async throws -> [Issue] {
  let seen = Mutex<[Issue]>([])
  let test = try #require(Test.current)
  let trait = IssueHandlingTrait.compactMapIssues { issue in
    seen.withLock { $0.append(issue) }
    return nil
  }
  try await trait.provideScope(for: test, testCase: Test.Case.current) { try? await body() }
  return seen.withLock { $0 }
}

extension Issue {
  /// The last part of the file's path and the line.
  fileprivate var place: String {
    sourceLocation.map { "\($0.fileName):\($0.line)" } ?? "nowhere"
  }

  fileprivate var text: String { comments.map(\.rawValue).joined(separator: "\n") }
}

@Suite("where failures land") struct IssueTests {
  @Test func `a failed expectation lands on its own line, once for all schedules`() async throws {
    let line = #line + 3
    let seen = try await issues {
      try await bubble(.count(5)) {
        #expect(Bubble.elapsed == .seconds(1), "one second")
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
    #expect(seen.first?.text.contains("in 5 of 5 schedules") == true)
  }

  @Test func `a failed expectation in a child task lands on the test and the line`() async throws {
    let line = #line + 4
    let seen = try await issues {
      try await bubble(.count(5)) {
        await withTaskGroup(of: Void.self) { group in
          group.addTask { #expect(Bubble.elapsed == .seconds(1)) }
        }
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
  }

  @Test func `a failed expectation in an unstructured task lands on the test and the line`()
    async throws
  {
    let line = #line + 3
    let seen = try await issues {
      try await bubble(.count(5)) {
        await Task { #expect(Bubble.elapsed == .seconds(1)) }.value
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
  }

  @Test func `each of two failures lands on its own line, with its own moment`() async throws {
    let line = #line + 3
    let seen = try await issues {
      try await bubble(.count(2)) {
        #expect(Bubble.elapsed == .seconds(1))
        try await Task.sleep(for: .seconds(2))
        #expect(Bubble.elapsed == .seconds(1))
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)", "IssueTests.swift:\(line + 2)"])
    #expect(seen.first?.text.contains("at t = 0 s") == true)
    #expect(seen.last?.text.contains("at t = 2 s") == true)
  }

  @Test func `a failed requirement ends the run and lands on its line, once`() async throws {
    let line = #line + 4
    let seen = try await issues {
      try await bubble(.count(2)) {
        let ship: Int? = nil
        _ = try #require(ship)
        Issue.record("went on")
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
    #expect(seen.first?.text.contains("in 2 of 2 schedules") == true)
  }

  @Test func `a deadlock lands on the line of the bubble`() async throws {
    let line = #line + 2
    let seen = try await issues {
      try await bubble(.count(2)) { _ = await Channel<Int>().receive() }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
    #expect(seen.first?.text.contains("deadlock at t = 0 s") == true)
  }

  @Test func `a failed expectation beside a thrown error is the only issue, and names both`()
    async throws
  {
    struct Gone: Error {}
    let line = #line + 3
    let seen = try await issues {
      try await bubble(.count(3)) {
        #expect(Bubble.elapsed == .seconds(1))
        throw Gone()
      }
    }

    #expect(seen.map(\.place) == ["IssueTests.swift:\(line)"])
    #expect(seen.first?.text.contains("the test threw Gone() at t = 0 s") == true)
  }

  @Test func `a failure of one test does not reach another's bubble`() {
    let collector = IssueCollector()
    let run = BubbleRun()
    run.collector = collector

    // Only this decides about issues of detached tasks, which know no test and come to everybody.
    #expect(collector.collects(from: run))
    #expect(!collector.collects(from: BubbleRun()))
    #expect(!collector.collects(from: nil))
  }
}

@Suite("issues that are no failures") struct HarmlessIssueTests {
  @Test func `a known issue inside a bubble stays known, and is reported once`() async throws {
    let seen = try await issues {
      let exploration = try await bubble(.count(5)) {
        withKnownIssue { #expect(Bubble.elapsed == .seconds(1)) }
      }
      #expect(exploration.failures == 0)
    }

    #expect(seen.map(\.isFailure) == [false])
  }

  @Test func `a known issue around a bubble is known, and is reported once`() async throws {
    let seen = try await issues {
      await withKnownIssue {
        let exploration = try await bubble(.count(5)) { #expect(Bubble.elapsed == .seconds(1)) }
        #expect(exploration.failures == 0)
      }
    }

    #expect(seen.map(\.isFailure) == [false])
  }

  @Test func `a warning stays a warning, and is reported once`() async throws {
    let seen = try await issues {
      let exploration = try await bubble(.count(5)) {
        Issue.record("shallow water", severity: .warning)
      }
      #expect(exploration.failures == 0)
    }

    #expect(seen.map(\.isFailure) == [false])
  }
}

@Suite("tests that end early") struct EarlyEndTests {
  @Test(.enabled(if: false)) func `a skipped test does not begin its bubble`() async throws {
    try await bubble { Issue.record("a skipped test ran") }
  }

  @Test func `cancelling a test in a bubble ends both after one run, without an issue`()
    async throws
  {
    let runs = Mutex(0)
    defer { #expect(runs.withLock { $0 } == 1) }

    try await bubble {
      runs.withLock { $0 += 1 }
      try Test.cancel("as this test wants it: cancelled inside a bubble")
    }

    Issue.record("a cancelled test went on")
  }

  @Test func `cancelling a test in a child task ends the test, too`() async throws {
    try await bubble {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try Test.cancel("as this test wants it: cancelled by a child") }
        try await group.waitForAll()
      }
    }

    Issue.record("a cancelled test went on")
  }

  @Test func `a leak of a cancelled test is still a failure`() async throws {
    let outcome = await explore {
      Task { try? await Task.sleep(for: .seconds(1)) }
      try cancelQuietly()
    }

    #expect(outcome.failure?.verdict == .leaked)
  }
}

/// Throws what `Test.cancel` throws, without cancelling the test that calls it.
private func cancelQuietly() throws {
  struct SkipInfo: Error {}
  throw SkipInfo()
}
