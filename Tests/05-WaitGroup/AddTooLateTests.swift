import Bubble
import Chapter05WaitGroup
import CourseTesting
import Testing

/// A ship: the seconds that its hatch takes, and those that each crate takes, which name it.
///
/// A crate that takes no time has no name.
private struct Hold: Sendable {
  var hatch: Int
  var crates: [Int]

  /// When its last crate is lifted.
  var end: Int { hatch + (crates.max() ?? 0) }
}

private func name(ofCrate seconds: Int) -> String { seconds == 0 ? "" : "\(seconds) s" }

private func holds(of count: Int, _ numbers: inout Numbers) -> [String: Hold] {
  var holds: [String: Hold] = [:]
  for index in 0..<count {
    let crates = (0..<numbers.next(in: 0...4)).map { _ in numbers.next(in: 0...90) }
    holds["ship \(index)"] = Hold(hatch: numbers.next(in: 0...60), crates: crates)
  }
  return holds
}

/// Unloads with the function of the exercise, and notes what it does.
private func unload(_ holds: [String: Hold], _ log: Logbook) async {
  await unloadHolds(holds.keys.sorted()) { ship in
    log.begin(ship)
    try? await Task.sleep(for: .seconds(holds[ship]?.hatch ?? 0))
    log.end(ship)
    return holds[ship]?.crates.map(name(ofCrate:)) ?? []
  } lift: { crate in
    log.begin(crate)
    try? await Task.sleep(for: .seconds(Int(crate.dropLast(2)) ?? 0))
    log.end(crate)
  }
}

@Suite("5.4 Add too late", .exercise("5.4"))
struct AddTooLateTests {
  @Test func `it returns when the last crate is lifted`() async throws {
    try await bubble {
      let cases: [[String: Hold]] = [
        // Everything at once, and first, as a run interrupts a task at its first lines rather than later.
        ["Gale": Hold(hatch: 0, crates: [0, 0, 0])],
        ["Gale": Hold(hatch: 2, crates: [5])],  // one crate
        ["Gale": Hold(hatch: 3, crates: [])],  // an empty ship
        // The crates of the first ship are lifted long after the last hatch is open.
        ["": Hold(hatch: 1, crates: [100_000, 2]), "Gale": Hold(hatch: 4, crates: [1])],
        // An empty ship is the last.
        ["Calm": Hold(hatch: 1, crates: [2, 2]), "Gale": Hold(hatch: 100_000, crates: [])],
      ]
      for holds in cases {
        let log = Logbook()
        let start = Bubble.elapsed

        await unload(holds, log)

        let time = Bubble.elapsed - start
        let last = holds.values.map(\.end).max() ?? 0
        let expected = holds.count + holds.values.reduce(0) { $0 + $1.crates.count }
        let ended = log.ended.count
        try #require(
          ended == expected,
          """
          expected every `open` and `lift` (\(expected) in all) to end before your function returns; \
          it returned after \(time), when \(ended) had ended
          """)
        try #require(
          time == .seconds(last),
          "expected it to return when the last hatch is open and the last crate lifted: after \(last) s"
        )
      }
    }
  }

  @Test func `every ship and every crate is handled once`() async throws {
    try await bubble {
      var numbers = Numbers(seed: 54)
      for count in [5, 0, 1, 3] {
        let holds = holds(of: count, &numbers)
        let log = Logbook()

        await unload(holds, log)

        let crates = holds.values.flatMap { hold in hold.crates.map(name(ofCrate:)) }
        try #require(
          log.ended == (holds.keys + crates).sorted(),
          """
          expected one `open` for each ship and one `lift` for each crate to end before your \
          function returns; ships: \(count)
          """)
        try #require(log.begun == log.ended, "expected nothing to be running after the return")
      }

      let log = Logbook()
      await unloadHolds(["Gale", "Calm", "Gale"]) { ship in
        log.end(ship)
        return ["salt", "salt"]
      } lift: { crate in
        log.end(crate)
      }
      #expect(
        log.ended == ["Calm", "Gale", "Gale"] + Array(repeating: "salt", count: 6),
        """
        two of three ships have the same name: expected each of the three to be opened and \
        unloaded
        """
      )
    }
  }

  @Test func `ships and crates do not wait for each other`() async throws {
    try await bubble {
      let log = Logbook()
      // The ships are open neither in the order of the names nor in the reverse.
      let holds = [
        "Calm": Hold(hatch: 30, crates: [31]), "Gale": Hold(hatch: 2, crates: []),
        "Haze": Hold(hatch: 4, crates: [20, 21]), "Mist": Hold(hatch: 1, crates: [10, 11, 12]),
        "Wind": Hold(hatch: 40, crates: [41]),
      ]

      await unload(holds, log)

      #expect(
        log.ended.count == 12,
        """
        expected five calls of `open` and seven of `lift` to end before your function returns, not \
        \(log.ended.count) calls in all
        """
      )
      for (ship, hold) in holds.sorted(by: { $0.key < $1.key }) {
        try #require(
          log.begins[ship] == .zero, "expected the hatch of the \(ship) to be opened at once")
        for crate in hold.crates where log.begins["\(crate) s"] != nil {
          try #require(
            log.begins["\(crate) s"] == .seconds(hold.hatch),
            """
            the \(ship) is open after \(hold.hatch) s: expected each `lift` of its crates to begin \
            then, without waiting for another crate or ship
            """)
        }
      }
    }
    try await bubble(.count(1)) {
      await unloadHolds((1...crowd).map { "ship \($0)" }) { _ in
        await Bubble.section("hatches") { try? await Task.sleep(for: .seconds(1)) }
        return ["salt"]
      } lift: { _ in
        await Bubble.section("crates") { try? await Task.sleep(for: .seconds(1)) }
      }

      let (hatches, crates) = (Bubble.mostInside("hatches"), Bubble.mostInside("crates"))
      #expect(
        hatches == crowd && crates == crowd,
        """
        \(crowd) ships with a crate each: expected all to be opened at the same time, and then all \
        crates to be lifted at the same time; ships: \(hatches), crates: \(crates)
        """)
    }
  }
}
