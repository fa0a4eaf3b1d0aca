import Bubble
import Chapter11Backend
import CourseTesting
import Synchronization
import Testing

@Suite("11.1 Fetch users concurrently", .exercise("11.1"), .leavesNoTask)
struct FetchUsersTests {
  @Test func `each user has the place of its number`() async throws {
    try await bubble {
      var draw = Draw(seed: 111)
      for count in [3, 2, 1, 0, 8, 30] {
        let ids = draw.numbers(count, in: 1...12)
        let salt = draw.number(in: 100...999)

        let answers = Logbook<String>()
        let users = try await fetchUsers(ids) { id in
          // Users with the same remainder come at the same moment, in any order.
          try await Task.sleep(for: .seconds(id % 3))
          // No two answers are alike, also for equal numbers.
          let answer = "user \(id * salt), answer \(answers.entries.count)"
          answers.note(answer)
          return answer
        }

        try #require(
          users.map { $0.prefix { $0 != "," } } == ids.map { "user \($0 * salt)" },
          """
          asked for the numbers \(ids): expected the users in this order. They arrive in a \
          different order; how do you know the place of a user that has just arrived?
          """)
        try #require(
          users.sorted() == answers.entries.sorted(),
          """
          asked for the numbers \(ids): expected each answer of a fetch to be returned once, even \
          if a number is in the list twice. What identifies a user: its number or its place?
          """)
      }
    }
    // Users may have no name, or the same one.
    try await bubble {
      for names in [["", "Ada", "", "Ben", "Ada"], [""]] {
        let users = try await fetchUsers(Array(names.indices)) { id in
          try await Task.sleep(for: .seconds(9 - id))
          return names[id]
        }
        try #require(
          users == names, "the names are \(names): expected all of them in this order; got \(users)"
        )
      }
    }
  }

  @Test func `all fetches run at once, and the call returns with the last`() async throws {
    try await bubble {
      for durations in [[3, 1, 2], [1, 100_000, 2], [5], [4, 4], Array(1...20), []] {
        let start = Bubble.elapsed
        let begins = Logbook<Int>()

        let users = try await fetchUsers(durations) { seconds in
          begins.note(seconds)
          try await Task.sleep(for: .seconds(seconds))
          return "user \(seconds)"
        }

        let left = Bubble.liveTasks
        try #require(
          begins.entries.sorted() == durations.sorted() && users.count == durations.count,
          "the list is \(durations): expected one fetch and one user for each place in it")
        try #require(
          begins.times.allSatisfy { $0 == start },
          "expected all \(durations.count) fetches to begin at once")
        try #require(
          Bubble.elapsed - start == .seconds(durations.max() ?? 0),
          "the fetches take \(durations) s: expected the call to return with the last one")
        try #require(left == 0, "the call has returned, so no task should be left")
      }
    }
    try await bubble(.count(1)) {
      _ = try await fetchUsers(Array(1...crowd)) { id in
        try await Bubble.section("fetches") { try await Task.sleep(for: .seconds(5)) }
        return "user \(id)"
      }

      let most = Bubble.mostInside("fetches")
      #expect(most == crowd, "\(crowd) users: expected all fetches to run at once; \(most) did")
    }
  }

  @Test func `an error cancels the other fetches at that moment`() async throws {
    try await bubble {
      for (failing, seconds) in [(2, 2), (0, 2), (1, 1), (1, 0)] {
        let start = Bubble.elapsed
        let begins = Logbook<Int>()
        let ends = Logbook<Int>()

        let error = await errorThrown {
          _ = try await fetchUsers([0, 1, 2]) { id in
            begins.note(id)
            if id == failing {
              if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
              throw Failed(number: id)
            }
            defer { ends.note(id) }
            try await Task.sleep(for: .seconds(60))
            return "user \(id)"
          }
        }

        try #require(
          error == "\(Failed(number: failing))",
          """
          the fetch of user \(failing) fails after \(seconds) s, the others would need 60 s: \
          expected the call to throw that error
          """)
        // A fetch that had not begun when the error came may be left out.
        let others = begins.entries.filter { $0 != failing }
        try #require(
          ends.entries.sorted() == others.sorted()
            && ends.times.allSatisfy { $0 - start == .seconds(seconds) },
          """
          the fetch of user \(failing) fails after \(seconds) s: expected the other fetches to be \
          cancelled then, and the call to wait for them. Others that had begun: \(others.count); \
          ended before the call did, after \(Bubble.elapsed - start): \(ends.entries.count). Who \
          cancels them, and who waits for them?
          """)
        try #require(
          Bubble.elapsed - start == .seconds(seconds),
          "all fetches have ended after \(seconds) s: expected the call to end then, too")
      }
    }
    // Small, so that the error may come at any point of the beginning.
    try await bubble {
      let error = await errorThrown {
        _ = try await fetchUsers([0, 1]) { id in
          if id == 0 { throw Failed(number: 0) }
          try await Task.sleep(for: .seconds(60))
          return "user \(id)"
        }
      }
      #expect(
        error == "\(Failed(number: 0))" && Bubble.elapsed == .zero,
        """
        of two fetches, one fails at once, at the moment when the other one begins: expected the other \
        one to be cancelled then; the call ended after \(Bubble.elapsed). Does an error also \
        cancel a fetch that is just beginning?
        """)
    }
  }

  @Test func `a fetch that needs time to stop is waited for`() async throws {
    try await bubble {
      for isStubbornFirst in [true, false] {
        let start = Bubble.elapsed
        let ends = Logbook<Int>()

        let error = await errorThrown {
          _ = try await fetchUsers(isStubbornFirst ? [100_000, 0] : [0, 100_000]) { id in
            if id == 0 {
              try await Task.sleep(for: .seconds(1))
              throw Failed(number: 0)
            }
            try? await Task.sleep(for: .seconds(60))
            await stubbornly(for: .seconds(id))
            ends.note(id)
            return "user \(id)"
          }
        }

        let left = Bubble.liveTasks
        try #require(
          error == "\(Failed(number: 0))",
          "the fetch of user 0 failed, and no other fetch threw: expected its error")
        try #require(
          ends.times == [start + .seconds(100_001)] && left == 0
            && Bubble.elapsed - start == .seconds(100_001),
          """
          a fetch is cancelled after 1 s and needs 100,000 s to stop: expected the call to throw \
          after 100,001 s, with no task left; it ended after \(Bubble.elapsed - start). Who \
          cancels that fetch, and who waits for it?
          """)
      }
    }
  }

  @Test func `the first error wins`() async throws {
    try await bubble {
      for durations in [[1, 2, 3], [3, 2, 1], [2, 1, 3]] {
        for isStubborn in [true, false] {
          let error = await errorThrown {
            _ = try await fetchUsers(durations) { seconds in
              if isStubborn {
                await stubbornly(for: .seconds(seconds))
                throw Failed(number: seconds)
              }
              do {
                try await Task.sleep(for: .seconds(seconds))
              } catch {
                throw Failed(number: 10 * seconds)
              }
              throw Failed(number: seconds)
            }
          }
          try #require(
            error == "\(Failed(number: 1))",
            """
            a fetch failed after 1 s, before the others: expected its error. What fails after that, \
            perhaps because it was cancelled, is only a consequence
            """)
        }
      }
      for ids in [[1, 2], [2, 1]] {
        let error = await errorThrown {
          _ = try await fetchUsers(ids) { id in
            await stubbornly(for: .seconds(id))
            if id == 1 { throw CancellationError() }
            throw Failed(number: id)
          }
        }
        try #require(
          error == "CancellationError()",
          """
          a fetch threw this error by itself after 1 s, and another one failed after 2 s: expected \
          the first error, whatever it is
          """)
      }
    }
  }

  @Test func `cancelling the caller cancels every fetch`() async throws {
    try await bubble {
      let ends = Logbook<Int>()
      let calling = Task {
        try await fetchUsers([0, 100_000, 1]) { id in
          try? await Task.sleep(for: .seconds(60))
          await stubbornly(for: .seconds(id))
          ends.note(id)
          throw Failed(number: id)
        }
      }
      try await Task.sleep(for: .seconds(1))
      calling.cancel()
      let error = await errorThrown { _ = try await calling.value }
      try #require(
        ends.entries == [0, 1, 100_000]
          && ends.times == [.seconds(1), .seconds(2), .seconds(100_001)],
        """
        the caller is cancelled after 1 s, and all three fetches should be cancelled with it; they \
        need 0, 100,000 and 1 s to stop. When the call ended, after \(Bubble.elapsed), \
        \(ends.entries.count) of them had ended. How do your tasks learn of the cancellation, and \
        who waits for them?
        """)
      try #require(
        Bubble.elapsed == .seconds(100_001),
        "expected the call to wait until every fetch has ended")
      try #require(
        error == "\(Failed(number: 0))",
        "three fetches failed, the first of them after 1 s: expected its error")

      // In the same moment: the users are there, or the fetches were cancelled.
      let start = Bubble.elapsed
      let tied = Task {
        try await fetchUsers([1, 2]) { id in
          try await Task.sleep(for: .seconds(id))
          return "user \(id)"
        }
      }
      try await Task.sleep(for: .seconds(2))
      tied.cancel()
      let users = (try? await tied.value) ?? ["user 1", "user 2"]
      try #require(
        users == ["user 1", "user 2"] && Bubble.elapsed - start == .seconds(2),
        """
        the caller is cancelled at the moment when the last user arrives: expected all users, or \
        an error
        """)

      let begun = Bubble.elapsed
      let unlucky = Task {
        try await fetchUsers([1, 2]) { id in
          try? await Task.sleep(for: .seconds(60))
          await stubbornly(for: .seconds(id))
          if id == 2 { throw Failed(number: id) }
          return "user \(id)"
        }
      }
      try await Task.sleep(for: .seconds(1))
      unlucky.cancel()
      let itsError = await errorThrown { _ = try await unlucky.value }
      try #require(
        itsError == "\(Failed(number: 2))" && Bubble.elapsed - begun == .seconds(3),
        """
        the caller is cancelled; one fetch succeeds after that, and then the other one fails: \
        expected the error of that fetch
        """)

      let tooLate = Task {
        try await fetchUsers([1, 2, 3]) { id in
          try await Task.sleep(for: .seconds(60))
          return "user \(id)"
        }
      }
      tooLate.cancel()
      let lateError = await errorThrown { _ = try await tooLate.value }
      #expect(
        Bubble.elapsed - begun == .seconds(3) && lateError == "CancellationError()",
        """
        the caller was cancelled before the call: expected it to throw this error at once, without \
        waiting for a user
        """)

      let begin = Bubble.elapsed
      let halfDone = Task {
        try await fetchUsers([1, 60]) { id in
          try await Task.sleep(for: .seconds(id))
          return "user \(id)"
        }
      }
      try await Task.sleep(for: .seconds(2))
      halfDone.cancel()
      let halfError = await errorThrown { _ = try await halfDone.value }
      #expect(
        Bubble.elapsed - begin == .seconds(2) && halfError == "CancellationError()",
        """
        the first of two users arrives after 1 s, and the caller is cancelled after 2 s: expected the \
        other fetch to be cancelled then
        """)
    }
  }
}
