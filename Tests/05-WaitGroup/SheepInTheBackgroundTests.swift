import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

@Suite("5.2 Sheep, in the background", .exercise("5.2"))
struct SheepInTheBackgroundTests {
  @Test func `the count and the work overlap`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 52)
      for (count, work) in [(4, 7), (7, 4), (3, 3), (0, 100_000), (100_000, 0)] {
        let log = Logbook()
        let start = Bubble.elapsed
        let letter = numbers.next(in: 1...1_000_000)

        let value = try await countSheep { animal in
          log.begin(animal)
          if count > 0 { await sleepThrough(.seconds(count)) }
          log.end(animal)
        } whileDoing: {
          log.begin("work")
          if work > 0 { await sleepThrough(.seconds(work)) }
          log.end("work")
          return letter
        }

        let time = Bubble.elapsed - start
        try #require(
          log.ended == ["sheep", "work"],
          """
          expected the count (\(count) s) and the work (\(work) s) to end before your function \
          does
          """
        )
        try #require(
          log.begun == log.ended, "expected one call of `count` and one of `work`, and no more")
        try #require(
          time == .seconds(max(count, work)),
          "a count of \(count) s beside work of \(work) s should take \(max(count, work)) s in all")
        try #require(value == letter, "expected what `work` returned")
      }
    }
  }

  @Test func `the count goes on when the work ends first`() async throws {
    try await bubble {
      let log = Logbook()

      _ = try await countSheep { animal in
        for number in 1...5 {
          guard (try? await Task.sleep(for: .seconds(100_000))) != nil else { return }  // cancelled
          log.end("\(animal) \(number)")
        }
      } whileDoing: {
        try await Task.sleep(for: .seconds(150_000))
      }

      #expect(
        log.ended == ["sheep 1", "sheep 2", "sheep 3", "sheep 4", "sheep 5"],
        """
        the work ended after the first of five sheep: expected your function not to cancel the \
        count, and to wait for it
        """)
      #expect(
        Bubble.elapsed == .seconds(500_000), "five sheep, one every 100,000 s, take 500,000 s")
    }
  }

  @Test func `an error waits for the count`() async throws {
    try await bubble {
      for (count, work) in [(100_000, 1), (4, 0), (2, 6)] {
        let log = Logbook()
        let start = Bubble.elapsed

        let thrown = await error {
          try await countSheep { animal in
            await sleepThrough(.seconds(count))
            log.end(animal)
          } whileDoing: {
            if work == 0 { throw CancellationError() }
            try await Task.sleep(for: .seconds(work))
            throw Broken(ship: "pen")
          }
        }

        try #require(
          log.ended == ["sheep"],
          "`work` threw after \(work) s; expected the error once the count of \(count) s had ended"
        )
        try #require(
          Bubble.elapsed - start == .seconds(max(count, work)),
          "expected the error as soon as both had ended, after \(max(count, work)) s")
        try #require(
          work == 0 ? thrown is CancellationError : thrown as? Broken == Broken(ship: "pen"),
          "expected the very error that `work` threw, not \(thrown.map { "\($0)" } ?? "none")")
      }
    }
  }

  @Test func `a cancelled caller still waits`() async throws {
    try await bubble {
      for (count, pause, work) in [
        (5, 0, 0), (100_000, 2, 0), (5, 0, 3), (5, 2, 3), (5, 2, 9), (5, 6, 9),
      ] {
        for fails in [false, true] {
          let log = Logbook()
          let start = Bubble.elapsed
          let counting = Task {
            try await countSheep { animal in
              await sleepThrough(.seconds(count))
              log.end(animal)
            } whileDoing: {
              if work > 0 { await sleepThrough(.seconds(work)) }
              if fails { throw Broken(ship: "pen") }
              return "a letter of \(work) s"
            }
          }
          if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }

          counting.cancel()
          let result = await counting.result

          try #require(
            log.ended == ["sheep"],
            """
            the caller was cancelled after \(pause) s; expected the count to end before your function \
            returns
            """
          )
          try #require(
            Bubble.elapsed - start == .seconds(max(count, work)),
            """
            the caller was cancelled after \(pause) s; expected it to return when the count \
            (\(count) s) and the work (\(work) s) had ended
            """)
          switch result {
          case .success(let letter):
            try #require(
              !fails && letter == "a letter of \(work) s", "expected what `work` returned or threw")
          case .failure(let error):
            try #require(
              fails && error as? Broken == Broken(ship: "pen"),
              """
              the caller was cancelled after \(pause) s: expected your function to return what \
              `work` returned, or to throw what `work` threw, and nothing else; it threw \(error)
              """)
          }
        }
      }
    }
  }
}
