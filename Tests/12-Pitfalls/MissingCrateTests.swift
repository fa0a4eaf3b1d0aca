import Bubble
import Chapter12Pitfalls
import CourseTesting
import Testing

/// A ship with numbered holds; to open one and to check a crate takes the same time for all.
private struct Ship: Sendable {
  var holds: Int
  var opening: Int
  var checking: Int
  var missing: Int?
  var isStubborn = false
  /// Whether only the checks do not react to a cancellation.
  var checksOn = false
  /// Whether the check of the missing crate takes no time.
  var isPlain = false

  var names: [String] { (0..<holds).map { "hold \($0 + 1)" } }

  /// The crate that is missing.
  var crate: String? { missing.map { "crate in hold \($0 + 1)" } }

  /// When the check of each crate begins, if each hold is opened while the one before is checked.
  var checks: [Int] { (0..<holds).map { opening + $0 * max(opening, checking) } }

  /// When each hold begins to be opened.
  var openings: [Int] { [0] + checks.dropLast() }

  func find(opened: Journal, checked: Journal) async -> String? {
    await findCrate(in: names) { hold in
      opened.begin(hold)
      if Task.isCancelled { opened.note(hold) }
      if isStubborn { await sleepThrough(opening) } else { await pause(opening) }
      opened.end(hold)
      return "crate in \(hold)"
    } isMissing: { crate in
      checked.begin(crate)
      let seconds = isPlain && crate == self.crate ? 0 : checking
      if isStubborn || checksOn { await sleepThrough(seconds) } else { await pause(seconds) }
      checked.end(crate)
      return crate == self.crate
    }
  }
}

private func seconds(_ numbers: some Sequence<Int>) -> [Duration] { numbers.map { .seconds($0) } }

@Suite("12.12 A loop that is left early", .exercise("12.12"), .leavesNoTask)
struct MissingCrateTests {
  @Test func `when the crate is found, nothing is left behind`() async throws {
    try await bubble {
      for missing in [1, 0, 7, 9] {
        for (opening, checking, isStubborn, isPlain) in [
          (7, 2, false, false), (100_000, 2, true, false), (3, 8, false, false),
          (3, 0, false, false), (3, 8, false, true),
        ] {
          let ship = Ship(
            holds: 10, opening: opening, checking: checking, missing: missing,
            isStubborn: isStubborn, isPlain: isPlain)
          let opened = Journal()
          let checked = Journal()

          let crate = await ship.find(opened: opened, checked: checked)
          let time = checked.elapsed
          let alive = Bubble.liveTasks
          let begun = opened.begun.count
          await pause(600)

          let found = ship.checks[missing] + (isPlain ? 0 : checking)
          try #require(
            crate == ship.crate,
            "expected the crate in hold \(missing + 1) of 10, which is the missing one")
          try #require(
            begun <= missing + 2,
            """
            the crate was in hold \(missing + 1) of 10. At most the next hold should be opened, \
            too; \(begun) holds were. Does the crew notice that it should stop?
            """)
          try #require(
            opened.texts.isEmpty,
            """
            the crate was in hold \(missing + 1) of 10. \(opened.texts.joined(separator: ", ")) \
            was opened after that, by a task that had been cancelled. Does this task check for \
            cancellation right before it calls `open`?
            """)
          try #require(
            alive == 0 && opened.begun.count == begun,
            """
            the crate was found after \(found) s, and your function returned after \(time). Tasks \
            that were still there: \(alive); holds that were opened later: \
            \(opened.begun.count - begun). Who tells the crew to stop, and who waits until it has?
            """)
          // The hold that is being opened when the crate is found.
          let next = missing == 9 ? 0 : ship.checks[missing] + opening
          try #require(
            time == .seconds(isStubborn ? max(found, next) : found),
            """
            the crate was found after \(found) s, and `open` \
            \(isStubborn ? "does not react to" : "ends at once on") a cancellation. Expected your \
            function to return after \(isStubborn ? max(found, next) : found) s, when no hold is \
            being opened anymore
            """)
        }
      }
    }
  }

  @Test func `opening and checking overlap by one hold`() async throws {
    try await bubble {
      for (opening, checking) in [(100_000, 1), (1, 100_000), (0, 3)] {
        for (holds, missing) in [(6, nil), (6, 3), (1, nil), (2, 1)] {
          let ship = Ship(holds: holds, opening: opening, checking: checking, missing: missing)
          let opened = Journal()
          let checked = Journal()

          let crate = await ship.find(opened: opened, checked: checked)
          let time = checked.elapsed

          let count = missing.map { $0 + 1 } ?? holds
          let begins = seconds(ship.openings.prefix(count + 1))
          try #require(
            opened.begun == Array(ship.names.prefix(count + 1)) && opened.begins == begins,
            """
            opening a hold takes \(opening) s, checking a crate \(checking) s. Expected each hold \
            to be opened when the check of the previous crate begins: after \(begins). They were \
            opened after \(opened.begins)
            """)
          try #require(
            checked.begins == seconds(ship.checks.prefix(count))
              && checked.begun == ship.names.prefix(count).map { "crate in \($0)" },
            """
            opening a hold takes \(opening) s, checking a crate \(checking) s. The checks should \
            begin after \(seconds(ship.checks.prefix(count))); they began after \(checked.begins), \
            for \(checked.begun)
            """)
          try #require(
            crate == ship.crate && time == .seconds(ship.checks[count - 1] + checking),
            """
            expected \(ship.crate.map { "the \($0)" } ?? "`nil`") at the end of check number \
            \(count), after \(ship.checks[count - 1] + checking) s; your function returned \
            \(crate.map { "the \($0)" } ?? "`nil`") after \(time)
            """)
        }
      }

      let none = await Ship(holds: 0, opening: 1, checking: 1).find(
        opened: Journal(), checked: Journal())
      try #require(none == nil, "without holds, nothing can be found")
    }
    try await bubble(.count(1)) {
      for missing in [crowd - 1, nil] {
        let ship = Ship(holds: crowd, opening: 2, checking: 1, missing: missing)
        let checked = Journal()
        let crate = await ship.find(opened: Journal(), checked: checked)

        try #require(
          crate == ship.crate && checked.begun.count == crowd,
          """
          a ship with \(crowd) holds, and \
          \(missing == nil ? "no crate is missing" : "the missing crate is in the last one"): \
          expected every crate to be checked; \(checked.begun.count) were, and your function \
          returned \(crate.map { "the \($0)" } ?? "`nil`")
          """)
      }
    }
    // Crates without a name are crates, and so are crates with the same name.
    try await bubble {
      for (crates, missing, count) in [
        (["tea", "", "rum"], "", 2), (["", "tea", "rum"], "tea", 2),
        (["tea", "", "rum"], "none", 3),
        (["tea", "tea", "", "", "rum", "tea"], "rum", 5), (["", ""], "", 1),
      ] {
        let checked = Journal()
        let crate = await findCrate(in: crates.indices.map { "\($0)" }) { hold in
          await pause(1)
          return crates[Int(hold) ?? 0]
        } isMissing: { crate in
          checked.begin(crate)
          await pause(1)
          return crate == missing
        }

        try #require(
          crate == (missing == "none" ? nil : missing)
            && checked.begun == Array(crates.prefix(count)),
          """
          the holds have the crates \(crates), and "\(missing)" is missing: expected \(count) checks \
          and \(missing == "none" ? "`nil`" : "this crate"). Checked: \(checked.begun); your function \
          returned \(crate.map { "\"\($0)\"" } ?? "`nil`")
          """)
      }
    }
  }

  @Test func `a cancelled search ends with what is under way`() async throws {
    try await bubble {
      // `end` is when both have ended if they do not react to the cancellation.
      let cases = [
        (opening: 100_000, checking: 1, second: 3, opened: 1, checked: 0, end: 100_000),
        (opening: 7, checking: 2, second: 13, opened: 2, checked: 1, end: 14),
        (opening: 7, checking: 2, second: 15, opened: 3, checked: 2, end: 21),  // both under way
        (opening: 3, checking: 100_000, second: 4, opened: 2, checked: 1, end: 100_003),
        (opening: 3, checking: 9, second: 10, opened: 2, checked: 1, end: 12),  // one hold waits
      ]
      for (opening, checking, second, holds, checks, end) in cases {
        for isStubborn in [false, true] {
          for missing in [8, checks - 1] {
            let ship = Ship(
              holds: 10, opening: opening, checking: checking, missing: missing,
              isStubborn: isStubborn)
            // With a check that has ended long ago, the crate would have been found.
            guard missing == 8 || (checks > 0 && ship.checks[checks - 1] + checking > second)
            else { continue }
            let opened = Journal()
            let checked = Journal()
            let search = Task { await ship.find(opened: opened, checked: checked) }
            await pause(second)

            search.cancel()
            let crate = await search.value
            let time = checked.elapsed
            let alive = Bubble.liveTasks
            await pause(600)

            try #require(
              opened.begun.count == holds && checked.begun.count == checks,
              """
              the caller is cancelled after \(second) s: expected no other hold to be opened, and \
              no other crate to be checked. Holds: \(opened.begun.count), expected \(holds); \
              checks: \(checked.begun.count), expected \(checks)
              """)
            try #require(
              crate == (missing == checks - 1 ? ship.crate : nil),
              "cancelled after \(second) s: expected a crate only if the last check has found it")
            let expected = isStubborn ? end : second
            try #require(
              time == .seconds(expected) && alive == 0,
              """
              cancelled after \(second) s, with `open` and `isMissing` that \
              \(isStubborn ? "do not react to" : "end at once on") a cancellation: expected your \
              function to return after \(expected) s, when both have ended. It returned after \
              \(time), and \(alive == 1 ? "1 task was" : "\(alive) tasks were") left
              """)
          }
        }
      }
    }
    try await bubble {
      let ship = Ship(holds: 10, opening: 9, checking: 4, missing: 8, checksOn: true)
      let opened = Journal()
      let checked = Journal()
      let search = Task { await ship.find(opened: opened, checked: checked) }
      await pause(10)

      search.cancel()
      _ = await search.value

      #expect(
        opened.ends == seconds([9, 10]) && checked.elapsed == .seconds(13),
        """
        cancelled after 10 s, while a hold is being opened (9 s to 18 s) and a crate is checked, which \
        takes until 13 s even when it is cancelled: expected the `open` to be cancelled at 10 s, and \
        the return after 13 s. The calls of `open` ended after \(opened.ends)
        """)
    }
    try await bubble {
      let ship = Ship(holds: 10, opening: 9, checking: 4, missing: 8)
      let opened = Journal()
      let checked = Journal()
      let search = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await ship.find(opened: opened, checked: checked)
      }
      let crate = await search.value

      let (holds, checks) = (opened.begun.count, checked.begun.count)
      #expect(
        holds <= 1 && checks <= 1 && crate == nil && checked.elapsed == .zero,
        """
        the caller was cancelled before the call: expected at most one hold to be opened, at most \
        one crate to be checked, both to be cancelled, and `nil` at once. Holds: \(holds); checks: \
        \(checks); your function returned \(crate.map { "the \($0)" } ?? "`nil`") after \
        \(checked.elapsed)
        """)
    }
  }
}
