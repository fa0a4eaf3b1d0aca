import Bubble
import Chapter12Pitfalls
import CourseTesting
import Testing

/// A ship, how long the pilot needs for it, and how long its line takes.
private struct Ship: Sendable {
  var pilot: Int
  var line: Int
}

/// When each ship is in, and when everything has ended.
private func times(of ships: [Ship]) -> (arrivals: [Duration], end: Duration) {
  var time = 0
  var end = 0
  var arrivals: [Duration] = []
  for ship in ships {
    time += ship.pilot
    end = max(end, time + ship.line)
    arrivals.append(.seconds(time))
  }
  return (arrivals, .seconds(end))
}

private func bringIn(_ ships: [Ship], piloted: Journal, written: Journal) async {
  let names = ships.indices.map { $0 == 0 ? "" : "ship \($0)" }
  await bringIn(names) { name in
    piloted.begin(name)
    await sleepThrough(ships[names.firstIndex(of: name) ?? 0].pilot)
    piloted.end(name)
  } log: { name in
    written.begin(name)
    await sleepThrough(ships[names.firstIndex(of: name) ?? 0].line)
    written.end(name)
  }
}

@Suite("12.7 Returns too early", .exercise("12.7"))
struct LogBookTests {
  @Test func `every line is written when it returns`() async throws {
    try await bubble {
      var lots = Draw(seed: 127)
      let cases = [
        [Ship(pilot: 3, line: 4), Ship(pilot: 2, line: 5)],  // the last line is the last
        // the first line is the last
        [Ship(pilot: 2, line: 100_000), Ship(pilot: 1, line: 1), Ship(pilot: 4, line: 2)],
        [Ship(pilot: 1, line: 1), Ship(pilot: 1, line: 90), Ship(pilot: 1, line: 3)],
        [Ship(pilot: 4, line: 0), Ship(pilot: 5, line: 0)],
        (0..<6).map { _ in Ship(pilot: lots.number(in: 1...9), line: lots.number(in: 1...60)) },
      ]
      for ships in cases {
        let piloted = Journal()
        let written = Journal()

        await bringIn(ships, piloted: piloted, written: written)

        let time = written.elapsed
        let lines = written.ended.count
        try #require(
          lines == ships.count,
          """
          a line takes up to \(ships.map(\.line).max() ?? 0) s. Expected \(ships.count) written \
          lines when your function returns; it returned after \(time), and \(lines) had been \
          written. Which line of your function waits for them?
          """)
        try #require(
          time == times(of: ships).end,
          """
          expected your function to return at the moment when the last ship is in and the last line \
          is written: after \(times(of: ships).end), not earlier and not later
          """)
      }
    }
  }

  @Test func `nothing waits for a line`() async throws {
    try await bubble {
      let cases = [
        [Ship(pilot: 3, line: 10), Ship(pilot: 2, line: 10), Ship(pilot: 2, line: 10)],
        [Ship(pilot: 1, line: 100), Ship(pilot: 1, line: 1), Ship(pilot: 100_000, line: 7)],
      ]
      for ships in cases {
        let piloted = Journal()
        let written = Journal()

        await bringIn(ships, piloted: piloted, written: written)

        try #require(
          written.ended.count == ships.count,
          """
          expected \(ships.count) written lines when your function returns; there were \
          \(written.ended.count)
          """)
        let expected = times(of: ships).arrivals
        try #require(
          piloted.ends == expected,
          """
          the ships should be in after \(expected), one after the other; they were in after \
          \(piloted.ends). Does the pilot wait for anything other than his ship?
          """)
        try #require(
          written.begins == expected,
          """
          the line of each ship should begin as soon as it is in, after \(expected); the lines \
          began after \(written.begins). Does a line wait for another one?
          """)
      }
    }
    try await bubble(.count(1)) {
      await bringIn((1...crowd).map { "ship \($0)" }) { _ in
      } log: { _ in
        await Bubble.section("lines") { await pause(5) }
      }

      let most = Bubble.mostInside("lines")
      #expect(most == crowd, "\(crowd) ships are in: \(most) lines were written at the same time")
    }
  }

  @Test func `a cancelled caller gets every line`() async throws {
    try await bubble {
      let ships = [Ship(pilot: 3, line: 100_000), Ship(pilot: 2, line: 4), Ship(pilot: 4, line: 2)]
      for second in [0, 1, 4, 10] {
        let piloted = Journal()
        let written = Journal()
        let calling = Task { await bringIn(ships, piloted: piloted, written: written) }
        await pause(second)

        calling.cancel()
        await calling.value

        try #require(
          piloted.ended.count == 3 && written.ended.count == 3,
          """
          the caller was cancelled after \(second) s. Expected your function to return when 3 \
          ships are in and 3 lines are written. Ships: \(piloted.ended.count), lines: \
          \(written.ended.count)
          """)
        try #require(
          written.elapsed == .seconds(100_003),
          """
          the caller was cancelled after \(second) s; the first line is the last to be written, \
          after 100,003 s, and the call should return then
          """)
      }

      let piloted = Journal()
      let written = Journal()
      let calling = Task {
        await bringIn(
          [Ship(pilot: 1, line: 4), Ship(pilot: 1, line: 9)], piloted: piloted, written: written)
      }
      await pause(3)
      calling.cancel()
      await calling.value
      #expect(
        written.ended.count == 2,
        """
        both ships are in after 2 s, and the caller is cancelled after 3 s. Expected your function \
        to return when both lines are written; written: \(written.ended.count)
        """)
    }
  }

  @Test func `no ship, one ship, and a name twice`() async throws {
    try await bubble {
      for ships in [["Ibis"], [], ["Ibis", "Tern", "Ibis"]] {
        let journal = Journal()

        await bringIn(ships) {
          journal.begin($0)
        } log: { ship in
          await pause(2)
          journal.end(ship)
        }

        try #require(
          journal.begun == ships, "expected each of \(ships) to be piloted, in this order")
        try #require(
          journal.ended.sorted() == ships.sorted(),
          "expected one written line for each of \(ships) when your function returns")
        try #require(
          journal.elapsed == .seconds(ships.isEmpty ? 0 : 2),
          "to write the lines of \(ships) takes \(ships.isEmpty ? 0 : 2) s if all begin at once")
      }
    }
  }
}
