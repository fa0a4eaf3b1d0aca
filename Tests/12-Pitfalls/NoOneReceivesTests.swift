import Bubble
import Chapter12Pitfalls
import CourseTesting
import Synchronization
import Testing

@Suite("12.2 A send that no one receives", .exercise("12.2"), .leavesNoTask)
struct NoOneReceivesTests {
  @Test func `any number of crates may be refused`() async throws {
    try await bubble {
      var lots = Draw(seed: 122)
      // One in this many crates is refused; 0: none is.
      for (count, share) in [(3, 0), (1, 1), (2, 1), (5, 2), (6, 1), (9, 3), (120, 1), (40, 2)] {
        let crates = lots.names(count)
        var refused: Set<String> = []
        for crate in crates where share > 0 && lots.number(in: 1...share) == 1 {
          refused.insert(crate)
        }

        let inspection = await inspect(crates) { [refused] crate in !refused.contains(crate) }

        let expected = crates.filter { refused.contains($0) }
        try #require(
          inspection.refused == expected,
          """
          the officer refuses \(expected.count) of \(count) crates: expected each of them in \
          `refused`, in the order of `crates`. There are \(inspection.refused.count)\
          \(inspection.refused.count == expected.count ? ", but not these, in this order" : "")
          """)
        try #require(
          inspection.passed == crates.filter { !refused.contains($0) },
          """
          the officer refuses \(expected.count) of \(count) crates: expected all others in \
          `passed`, in their order; there are \(inspection.passed.count)
          """)
      }
    }
    try await bubble(.count(1)) {
      let crates = (0..<1_000).map { "crate \($0)" }
      let odd = Set(stride(from: 1, to: 1_000, by: 2).map { crates[$0] })
      for refused in [[], odd] {
        let inspection = await inspect(crates) { crate in !refused.contains(crate) }

        let passed = crates.filter { !refused.contains($0) }
        try #require(
          inspection.passed == passed && inspection.refused == crates.filter(refused.contains),
          """
          the officer refuses \(refused.count) of 1,000 crates: expected the other \(passed.count) \
          in `passed`, in their order; there are \(inspection.passed.count)
          """)
      }
    }
    // A crate may have no name.
    try await bubble {
      let crates = ["", "tea", "", "rum", ""]
      for refused in [["rum"], ["", "rum"], [""]] {
        let inspection = await inspect(crates) { crate in !refused.contains(crate) }

        try #require(
          inspection.passed == crates.filter { !refused.contains($0) }
            && inspection.refused == crates.filter { refused.contains($0) },
          """
          the officer refuses \(refused) of \(crates): expected every crate in one of the two lists. \
          Passed: \(inspection.passed); refused: \(inspection.refused)
          """)
      }
    }
  }

  @Test func `a large ship may be refused`() async throws {
    try await bubble(.count(1).allowing(steps: 1_000_000)) {
      let crates = (0..<12_000).map { "crate \($0)" }

      let inspection = await inspect(crates) { _ in false }

      try #require(
        inspection.refused == crates && inspection.passed.isEmpty,
        """
        the officer refuses all of 12,000 crates: expected all of them in `refused`, in their \
        order; there are \(inspection.refused.count). How much room does your function rely on?
        """)
    }
  }

  @Test func `each crate is asked about once, in order`() async throws {
    try await bubble {
      var lots = Draw(seed: 1220)
      for count in [1, 4, 12] {
        let crates = lots.names(count) + ["salt", "salt"]
        let log = Journal()

        let inspection = await inspect(crates) { crate in
          await Bubble.section("officer") {
            log.note(crate)
            try? await Task.sleep(for: .seconds(crate.count))
            return crate != "salt"
          }
        }

        let most = Bubble.mostInside("officer")
        try #require(
          log.texts == crates,
          "expected one question for each of \(crates.count) crates, in the order of the crates")
        try #require(
          most == 1, "there is one officer: expected one question at a time, not \(most)")
        try #require(
          inspection.refused == ["salt", "salt"] && inspection.passed == Array(crates.dropLast(2)),
          """
          the last two crates have the same name, and only they are refused: expected both in \
          `refused`; there are \(inspection.refused)
          """)
      }

      let answers = Mutex([true, false, false, true, false])
      let crates = ["salt", "salt", "tea", "salt", "salt"]
      let inspection = await inspect(crates) { _ in
        answers.withLock { $0.isEmpty ? true : $0.removeFirst() }
      }
      #expect(
        inspection.passed == ["salt", "salt"] && inspection.refused == ["salt", "tea", "salt"],
        """
        of four crates of salt, the first and the third pass: expected an answer for each crate, \
        and not for each name
        """)
    }
  }

  @Test func `it returns with the last answer`() async throws {
    try await bubble {
      for (passes, seconds) in [
        ([true, true, false], 3), ([false], 100_000), ([true], 2), ([], 9),
        ([false, false, true, false, true], 1),
      ] {
        let log = Journal()
        let answers = Mutex(passes)

        let inspection = await inspect(passes.map { "\($0)" }) { _ in
          try? await Task.sleep(for: .seconds(seconds))
          return answers.withLock { $0.isEmpty ? false : $0.removeFirst() }
        }
        let left = Bubble.liveTasks
        let end = log.now

        try #require(
          inspection.passed.count + inspection.refused.count == passes.count,
          """
          expected each of \(passes.count) crates in one of the two lists. In `passed`: \
          \(inspection.passed.count); in `refused`: \(inspection.refused.count)
          """)
        try #require(
          end == Double(passes.count * seconds),
          """
          \(counted(passes.count, "answer")), \(seconds) s each: expected your function to return \
          with the last one, after \(passes.count * seconds) s; it returned after \(end) s
          """)
        try #require(
          left == 0, "your function has returned; tasks that had not ended by then: \(left)")
      }
    }
  }
}
