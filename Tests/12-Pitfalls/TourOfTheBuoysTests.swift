import Bubble
import Chapter12Pitfalls
import CourseTesting
import Testing

private struct LampIsBroken: OwnError {
  let description = "LampIsBroken()"
}

private func buoys(_ count: Int) -> [String] { (0..<count).map { "buoy \($0)" } }

/// What came of a tour, in words.
private func words(_ result: Result<[String], any Error>) -> String {
  switch result {
  case .success(let list): "returned \(list)"
  case .failure(let error): "threw \(words(for: error))"
  }
}

private func isCancellation(_ result: Result<[String], any Error>) -> Bool {
  if case .failure(let error) = result { error is CancellationError } else { false }
}

@Suite("12.11 A cancellation that no one hears", .exercise("12.11"))
struct TourOfTheBuoysTests {
  @Test func `called back on the way, it ends at once`() async throws {
    try await bubble {
      for (second, tended) in [(100, 0), (1_000, 1), (2_100, 3)] {
        let journal = Journal()
        let boat = Task {
          try await tendBuoys(buoys(40), leg: .seconds(600)) { buoy in
            journal.begin(buoy)
            try await Task.sleep(for: .seconds(60))
          }
        }
        await pause(second)

        boat.cancel()
        let result = await boat.result

        try #require(
          journal.begun == buoys(tended),
          """
          called back after \(second) s, on the way to "buoy \(tended)": expected no other buoy to \
          be tended; `tend` was called for \(journal.begun.count - tended) more of 40. What does \
          the boat do when its sleep is cancelled?
          """)
        try #require(
          journal.elapsed == .seconds(second),
          "called back on the way after \(second) s: expected the end of the tour at once")
        try #require(
          isCancellation(result),
          "the tour was called back: expected a `CancellationError`; your function \(words(result))"
        )
      }
    }
  }

  @Test func `called back at a buoy, it ends with that buoy`() async throws {
    try await bubble {
      // How `tend` reacts to the cancellation, and how long it still takes.
      let reactions: [(words: String, seconds: Int, end: @Sendable () async throws -> Void)] = [
        ("throws `CancellationError`", 0, { try Task.checkCancellation() }),
        ("returns", 0, {}),
        ("throws another error", 0, { throw LampIsBroken() }),
        ("needs 20 s and returns", 20, { await sleepThrough(20) }),
        (
          "needs 100,000 s and throws another error", 100_000,
          {
            await sleepThrough(100_000)
            throw LampIsBroken()
          }
        ),
      ]
      for count in [5, 2] {
        for (reaction, seconds, end) in reactions {
          let journal = Journal()
          let boat = Task {
            try await tendBuoys(buoys(count), leg: .seconds(10)) { buoy in
              journal.begin(buoy)
              if journal.begun.count == 2 {
                await pause(1_000)
                try await end()
              }
            }
          }
          await pause(30)  // at the second buoy since 20 s

          boat.cancel()
          let result = await boat.result

          let place = count == 2 ? "at the last buoy" : "at the second of \(count) buoys"
          try #require(
            journal.begun == buoys(2),
            """
            called back \(place), where `tend` \(reaction): expected no other buoy to be tended; \
            `tend` was called for \(journal.begun.count - 2) more
            """)
          try #require(
            journal.elapsed == .seconds(30 + seconds),
            """
            called back after 30 s \(place), where `tend` \(reaction): expected `tend` to be \
            cancelled then, and the tour to end after \(30 + seconds) s
            """)
          try #require(
            isCancellation(result),
            """
            called back \(place), where `tend` \(reaction): expected a `CancellationError`; your \
            function \(words(result))
            """)
        }
      }
    }
  }

  @Test func `one boat is called back, and the other one goes on`() async throws {
    try await bubble {
      var lots = Draw(seed: 1211)
      for count in [6, 1, 9] {
        let states = (0..<count).map { _ in lots.number(in: 0...2) }
        let different = (0..<count).map { "\(["fine", "broken", "lost"][states[$0]]) \($0)" }
        let names = different + different.suffix(1)
        let tend: @Sendable (String) async throws -> Void = { buoy in
          try await Task.sleep(for: .seconds(200_000))
          if buoy.hasPrefix("broken") { throw LampIsBroken() }
          if buoy.hasPrefix("lost") { throw CancellationError() }  // its own, not ours
        }
        let start = Bubble.elapsed
        let other = Journal()
        let calledBack = Task {
          try await tendBuoys(buoys(30), leg: .seconds(1)) { buoy in other.begin(buoy) }
        }
        let boat = Task { try await tendBuoys(names, leg: .seconds(100_000), tend: tend) }
        try await Task.sleep(for: .milliseconds(2_500))

        calledBack.cancel()
        let stopped = await calledBack.result
        let result = await boat.result

        try #require(
          other.begun == buoys(2) && isCancellation(stopped),
          """
          one boat was called back after 2.5 s, on its way to the third buoy: expected it to tend \
          no other, and a `CancellationError`; it tended \(other.begun.count - 2) more, and its \
          call \(words(stopped))
          """)
        let broken = names.filter { !$0.hasPrefix("fine") }
        try #require(
          (try? result.get()) == broken,
          """
          no one called the second boat back. Expected \(broken), the buoys for which `tend` \
          threw; for "lost" it threw a `CancellationError` of its own. Your function \
          \(words(result))
          """)
        try #require(
          Bubble.elapsed - start == .seconds(300_000 * names.count),
          """
          the second boat needs 100,000 s for each leg and 200,000 s at each buoy, even if two \
          buoys have the same name: \(300_000 * names.count) s in all
          """)
      }
    }
    try await bubble {
      // The lamp of the same buoy is broken on the first visit only, or on the second one only.
      for visit in [1, 2] {
        let journal = Journal()
        let start = Bubble.elapsed
        let broken = try await tendBuoys(["Reef", "Skerry", "", "Reef"], leg: .zero) { buoy in
          journal.begin(buoy)
          if buoy.isEmpty { throw LampIsBroken() }
          let isReef = buoy == "Reef"
          if isReef, journal.begun.count(where: { $0 == "Reef" }) == visit { throw LampIsBroken() }
        }

        try #require(
          broken == (visit == 1 ? ["Reef", ""] : ["", "Reef"]) && Bubble.elapsed == start,
          """
          two buoys have the name "Reef"; `tend` threw at one of them, the \
          \(visit == 1 ? "first" : "second"), and at the one without a name. Legs of \
          0 s: expected these two, in their order, at once; returned: \(broken)
          """)
      }
    }
    try await bubble(.count(1)) {
      let broken = try await tendBuoys(buoys(crowd), leg: .seconds(1)) { _ in throw LampIsBroken() }

      #expect(
        broken == buoys(crowd),
        """
        a tour of \(crowd) buoys, at each of which `tend` throws: expected all of them, in the \
        order of the tour; returned: \(broken.count)
        """)
    }
  }

  @Test func `called back before the start, it tends nothing`() async throws {
    try await bubble {
      for (count, leg) in [(3, 10), (0, 10), (3, 0), (1, 0), (0, 0)] {
        let journal = Journal()
        let boat = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          return try await tendBuoys(buoys(count), leg: .seconds(leg)) { journal.begin($0) }
        }
        let result = await boat.result

        try #require(
          journal.begun.isEmpty && journal.elapsed == .zero && isCancellation(result),
          """
          the caller was cancelled before the call, with \(count) buoys and legs of \(leg) s: expected a \
          `CancellationError` at once, and no call of `tend`; your function \(words(result)) after \
          \(journal.elapsed), and called `tend` \(counted(journal.begun.count, "time"))
          """)
      }

      for names in [[], ["Skerry"]] {
        let start = Bubble.elapsed
        let boat = Task {
          try await tendBuoys(names, leg: .seconds(9)) { _ in throw LampIsBroken() }
        }
        let result = await boat.result
        try #require(
          (try? result.get()) == names,
          """
          a tour that no one calls back should return its broken buoys, here \(names); your \
          function \(words(result))
          """)
        try #require(
          Bubble.elapsed - start == .seconds(9 * names.count),
          "\(names.count) legs of 9 s, and no time at a buoy: \(9 * names.count) s in all")
      }
    }
  }
}
