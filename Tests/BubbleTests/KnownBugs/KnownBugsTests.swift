import Bubble
import Testing

// One after the other, so that the lines of the table come in order.
@Suite("known bugs", .serialized) struct KnownBugsTests {
  @Test(arguments: KnownBug.all)
  func `the default schedules find the bug, and its schedule finds it again`(bug: KnownBug)
    async throws
  {
    let exploration = await explore(.default, bug.wrong)
    print(bug.line(exploration))

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == bug.verdict)
    let again = await explore(.these([failure.schedule]), bug.wrong)
    #expect(again.failure?.verdict == bug.verdict)
  }

  @Test(arguments: KnownBug.all)
  func `the default schedules find nothing wrong with the right twin`(bug: KnownBug) async {
    let exploration = await explore(.default, bug.right)

    #expect(exploration.failure == nil)
  }

  @Test(arguments: KnownBug.all.filter(\.isSmall))
  func `all schedules find the bug, and its schedule finds it again`(bug: KnownBug) async throws {
    let exploration = await explore(.exhaustive(limit: 20_000), bug.wrong)

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == bug.verdict)
    let again = await explore(.these([failure.schedule]), bug.wrong)
    #expect(again.failure?.verdict == bug.verdict)
  }

  @Test func `a failure says which run it was`() async {
    struct Wrong: Error {}
    let runs = Tally()
    let exploration = await explore(.count(10)) {
      runs.add()
      if runs.count == 4 { throw Wrong() }
    }

    #expect(exploration.failure?.run == 4)
  }
}

extension KnownBug {
  /// The line of the table that says how the bug was found.
  fileprivate func line(_ exploration: Exploration) -> String {
    guard let failure = exploration.failure else {
      return "\(name): NOT FOUND in \(exploration.schedules)"
    }
    return """
      \(name): found at schedule \(failure.run) of \(exploration.schedules), \
      by \(failure.schedule)
      """
  }
}
