import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// How long each of some ships takes to answer, in seconds.
private let fleet = ["Albatross": 3, "Cormorant": 1, "Fulmar": 5, "Skua": 2, "Tern": 4]

/// Answers with the ship's name, after the time that this ship takes.
private func hail(_ ship: String) async -> String {
  try? await Task.sleep(for: .seconds(fleet[ship] ?? 0))
  return "\(ship) is here"
}

@Suite("1.3 Wait for everyone", .exercise("1.3"))
struct RollCallTests {
  @Test func `every answer is returned`() async throws {
    try await bubble {
      let expected = fleet.keys.sorted().map { "\($0) is here" }

      let answers = await rollCall(of: fleet.keys.sorted()) { await hail($0) }
      let tasks = Bubble.liveTasks

      #expect(
        answers.sorted() == expected,
        "expected the answers of all 5 ships, in any order, not \(answers): who waits for the slowest?"
      )
      #expect(tasks == 0, "it has returned and left \(tasks) of your tasks behind")
    }
  }

  @Test func `ships and answers may be alike`() async throws {
    try await bubble {
      var draw = Draw(seed: 13)
      for count in [1, 4, 30] {
        let ships = draw.words(count)
        let answers = draw.words(count)
        let hailed = Mutex<[String]>([])
        let begin = Bubble.elapsed

        let returned = await rollCall(of: ships) { ship in
          let number = hailed.withLock { hailed in
            hailed.append(ship)
            return hailed.count - 1
          }
          // One of them is more than a day away.
          try? await Task.sleep(for: .seconds(number == count / 2 ? 100_000 : 1))
          return number < count ? answers[number] : "hailed again"
        }

        try #require(
          hailed.withLock { $0.sorted() } == ships.sorted(),
          "each of \(ships) should be hailed once; two ships may have the same name")
        try #require(
          returned.sorted() == answers.sorted(),
          """
          \(counted(count, "ship")) should give \(counted(count, "answer")); answers may be equal, and \
          may be empty
          """)
        try #require(
          Bubble.elapsed - begin == .seconds(100_000),
          """
          the slowest ship takes 100,000 s, and all others answer before that: expected 100,000 s in \
          all
          """
        )
      }
    }
  }

  @Test func `all ships are hailed at once`() async throws {
    try await bubble {
      _ = await rollCall(of: fleet.keys.sorted()) { ship in
        await Bubble.section("hail") { await hail(ship) }
      }

      #expect(
        Bubble.mostInside("hail") == 5,
        "all 5 ships should be hailed before the first has answered")
      #expect(
        Bubble.elapsed == .seconds(5),
        "the slowest ship takes 5 s, and all others answer before that: expected 5 s in all")
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      _ = await rollCall(of: (1...many).map { "Ship \($0)" }) { ship in
        _ = await Bubble.section("hail") { await hail("Skua") }
        return ship
      }

      #expect(
        Bubble.mostInside("hail") == many,
        "all \(many) ships should be hailed before the first has answered")
    }
  }

  @Test func `no answer is lost when all come at once`() async throws {
    try await bubble {
      let ships = (1...20).map { "Ship \($0)" }

      let answers = await rollCall(of: ships) { await hail($0) }

      let cancelled = Task {
        await rollCall(of: ships) { ship in
          // In a task of its own, which does not react to the cancellation.
          await Task { try? await Task.sleep(for: .seconds(100_000)) }.value
          return await hail(ship)
        }
      }
      cancelled.cancel()
      let all = await cancelled.value

      #expect(
        answers.count == 20,
        "20 ships should give 20 answers, not \(answers.count): who waits for the last one?")
      #expect(
        all.count == 20, "the caller was cancelled, but all of its 20 ships should still answer")
      #expect(
        Set(answers) == Set(ships.map { "\($0) is here" }),
        "each ship's answer should be there, and only once")
    }
  }

  @Test func `without ships it returns at once`() async throws {
    try await bubble {
      let answers = await rollCall(of: []) { await hail($0) }

      #expect(answers == [], "no ship was hailed, so there can be no answer")
      #expect(Bubble.elapsed == .zero, "there is nothing to wait for when there are no ships")
      let both = await rollCall(of: ["Cormorant", "Skua"]) { await hail($0) }
      #expect(
        both.sorted() == ["Cormorant is here", "Skua is here"] && Bubble.elapsed == .seconds(2),
        """
        two ships answer after 1 s and 2 s: expected both answers after 2 s, not \(both) after \
        \(Bubble.elapsed)
        """)
    }
  }
}
