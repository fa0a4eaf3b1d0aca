import Channels
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Bubble

@Suite("what is reported of the world outside") struct OutsideIssueTests {
  /// The issues of a test, with the name of the test that they belong to.
  private func issues(_ body: @escaping @Sendable () async throws -> Void) async throws -> [String]
  {
    let seen = Mutex<[String]>([])
    let trait = IssueHandlingTrait.compactMapIssues { issue in
      let text = issue.comments.map(\.rawValue).joined(separator: "\n")
      seen.withLock { $0.append("\(Test.current?.name ?? "no test"): \(text)") }
      return nil
    }
    let test = try #require(Test.current)
    try await trait.provideScope(for: test, testCase: Test.Case.current) {
      try await body()
    }
    return seen.withLock { $0 }
  }

  @Test func `a failed expectation in a block of Dispatch fails this test once`() async throws {
    let name = try #require(Test.current?.name)
    let seen = try await issues {
      try await bubble(.count(2)) {
        await withCheckedContinuation { continuation in
          DispatchQueue.global().async {
            Issue.record("wet cargo")
            continuation.resume()
          }
        }
      }
    }

    #expect(seen.count == 1)
    #expect(seen.first?.hasPrefix("\(name): wet cargo") == true)
  }

  @Test func `a failed expectation in a delayed block fails this test once`() async throws {
    let name = try #require(Test.current?.name)
    let seen = try await issues {
      try await bubble(.count(2)) {
        await withCheckedContinuation { continuation in
          DispatchQueue.global().asyncAfter(deadline: .now() + 9) {
            Issue.record("wet cargo")
            continuation.resume()
          }
        }
      }
    }

    #expect(seen.count == 1)
    #expect(seen.first?.hasPrefix("\(name): wet cargo") == true)
  }

  @Test func `a failed expectation on a thread of its own fails this test once`() async throws {
    let name = try #require(Test.current?.name)
    let seen = try await issues {
      try await bubble(.count(2)) {
        await withCheckedContinuation { continuation in
          Foundation.Thread {
            Issue.record("wet cargo")
            continuation.resume()
          }.start()
        }
      }
    }

    #expect(seen.count == 1)
    #expect(seen.first?.hasPrefix("\(name): wet cargo") == true)
  }

  @Test func `a channel that is used outside of any bubble is said, with both places`() async throws
  {
    let kept = Mutex<Channel<Int>?>(nil)
    try await bubble(.count(1)) { kept.withLock { $0 = Channel<Int>(capacity: 2) } }
    let channel = try #require(kept.withLock { $0 })
    let line = #line
    let seen = try await issues {
      await channel.send(1)
      _ = await channel.receive()
      channel.close()
    }

    #expect(seen.count == 1)
    #expect(
      seen.first?.contains(
        "the channel that was made in a bubble at OutsideIssueTests.swift:\(line - 2) is used outside "
          + "of any bubble at OutsideIssueTests.swift:\(line + 2)") == true)
  }

  @Test func `a wait group that is used outside of any bubble is said`() async throws {
    let kept = Mutex<WaitGroup?>(nil)
    try await bubble(.count(1)) { kept.withLock { $0 = WaitGroup() } }
    let group = try #require(kept.withLock { $0 })
    let seen = try await issues { await group.wait() }

    #expect(seen.first?.contains("the wait group that was made in a bubble at") == true)
  }

  @Test func `a channel of a bubble may be used by its threads outside`() async throws {
    let seen = try await issues {
      try await bubble(.count(2)) {
        let channel = Channel<Int>(capacity: 1)
        await withCheckedContinuation { continuation in
          DispatchQueue.global().async {
            _ = channel.trySend(7)
            continuation.resume()
          }
        }
        #expect(channel.tryReceive() == .element(7))
      }
    }

    #expect(seen == [])
  }

  @Test(arguments: [
    ("A.STests/`a (b) c's \"d\", e.`()/S.swift:3:4", "A.STests/`a .b. c.s \"d\", e.`"),
    ("A.S/plain()/S.swift:3:4", "A.S/plain"),
    ("A.S/plain(x:)/S.swift:3:4", "A.S/plain.x:."),
    ("A.S/Inner/x()/S.swift:3:4", "A.S/Inner/x"),
  ])
  func `the command to replay a failure names its test`(identifier: String, filter: String) {
    #expect(TestReport.filter(for: identifier) == filter)
  }

  @Test func `the message of a failure has the command`() async throws {
    let seen = try await issues {
      try await bubble(.count(1)) { Issue.record("wet cargo") }
    }

    #expect(
      seen.first?.contains(
        "BUBBLE_SCHEDULE=f swift test --filter "
          + "'BubbleTests.OutsideIssueTests/`the message of a failure has the command`'") == true)
  }
}
