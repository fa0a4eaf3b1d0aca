import Bubble
import Chapter12Pitfalls
import CourseTesting
import Testing

/// How a move ended.
private struct Outcome: Equatable, CustomStringConvertible {
  var isMoved: Bool
  var end: Double

  var description: String { "\(isMoved) after \(end) s" }
}

/// A move for a test to make, which works for some seconds.
private struct Order: Sendable {
  var crates: Int
  var from: Berth
  var to: Berth
  var seconds: Int
  var delay = 0

  /// Moves, and counts who works at each of the two berths at the same time.
  func carryOut() async -> Bool {
    await move(crates, from: from, to: to) {
      await Bubble.section("berth \(from.number)") {
        await Bubble.section("berth \(to.number)") {
          try? await Task.sleep(for: .seconds(seconds))
        }
      }
    }
  }
}

/// Makes moves at the same time, and waits for ten days; `nil` for a move that has not ended.
private func carryOut(_ orders: [Order]) async -> [Outcome?] {
  let journal = Journal()
  for (number, order) in orders.enumerated() {
    Task {
      if order.delay > 0 { try? await Task.sleep(for: .seconds(order.delay)) }
      let isMoved = await order.carryOut()
      journal.note("\(number) \(isMoved)")
    }
  }
  try? await Task.sleep(for: .seconds(864_000))
  return orders.indices.map { number in
    for (text, end) in zip(journal.texts, journal.seconds) {
      if text == "\(number) true" { return Outcome(isMoved: true, end: end) }
      if text == "\(number) false" { return Outcome(isMoved: false, end: end) }
    }
    return nil
  }
}

@Suite("12.3 Two locks in two orders", .exercise("12.3"))
struct TwoLocksTests {
  @Test func `moves in opposite directions both end`() async throws {
    try await bubble {
      let east = Berth(number: 7, crates: 10)
      let west = Berth(number: 4, crates: 22)

      let outcomes = await carryOut([
        Order(crates: 3, from: east, to: west, seconds: 2),
        Order(crates: 8, from: west, to: east, seconds: 200_000),
      ])

      let ends = outcomes.compactMap { $0?.end }
      try #require(
        ends.count == 2,
        """
        a move from berth 7 to berth 4, and one from 4 to 7 at the same time: after ten days, \
        \(ends.count) of them have ended. Which berth does each of them have, and which does it \
        wait for?
        """)
      #expect(
        outcomes.allSatisfy { $0?.isMoved == true } && east.crates == 15 && west.crates == 17,
        """
        3 crates go from a berth with 10 to one with 22, and 8 go back: expected 15 and 17 crates; \
        there are \(east.crates) and \(west.crates)
        """)
      #expect(
        ends.max() == 200_002,
        """
        both moves need both berths, for 2 s and for 200,000 s: expected one after the other, \
        until 200,002 s; they ended after \(ends) s
        """)
    }
    try await bubble {
      // 25,600,000 is a multiple of the sizes that a table of berths may have.
      for (one, two) in [(-6, 6), (1, 25_600_001), (-3, 0), (Int.min, Int.max)] {
        let berths = [Berth(number: one, crates: 2), Berth(number: two, crates: 2)]

        let outcomes = await carryOut([
          Order(crates: 1, from: berths[0], to: berths[1], seconds: 1),
          Order(crates: 1, from: berths[1], to: berths[0], seconds: 1),
        ])

        let ends = outcomes.compactMap { $0?.end }.sorted()
        try #require(
          ends == [1, 2],
          """
          two moves of 1 s between the berths \(one) and \(two), in opposite directions: expected \
          them to end after 1 and 2 s; they ended after \(ends) s. A number may be any `Int`
          """)
      }
    }
  }

  @Test func `moves in a ring all end`() async throws {
    try await bubble {
      for count in [3, 4] {
        let berths = (0..<count).map { Berth(number: $0 * 10, crates: 9) }

        let outcomes = await carryOut(
          (0..<count).map { index in
            Order(
              crates: index + 1, from: berths[index], to: berths[(index + 1) % count], seconds: 1)
          })

        let ended = outcomes.count { $0 != nil }
        try #require(
          ended == count,
          """
          \(count) berths in a ring, from each of which a move goes to the next one: after ten \
          days, \(ended) of \(count) moves have ended. What do the others have, and what do they \
          wait for?
          """)
        let most = berths.map { Bubble.mostInside("berth \($0.number)") }
        try #require(
          most.allSatisfy { $0 == 1 },
          "expected one `carry` at a time at each berth; at the same time there were \(most)")
        let crates = berths.map(\.crates)
        let expected = (0..<count).map { $0 == 0 ? 8 + count : 8 }
        try #require(
          outcomes.allSatisfy { $0?.isMoved == true } && crates == expected,
          "after \(count) moves in a ring, expected \(expected) crates; there are \(crates)")
      }
    }
  }

  @Test func `one move at a time works at a berth`() async throws {
    try await bubble {
      for number in [1, 4, 9] {
        let quay = Berth(number: number, crates: 0)

        let outcomes = await carryOut(
          [8, 2, 5].map { number in
            Order(crates: 1, from: Berth(number: number, crates: 1), to: quay, seconds: 2)
          })

        let ends = outcomes.compactMap { $0?.end }.sorted()
        try #require(
          ends == [2, 4, 6] && quay.crates == 3,
          """
          three moves of 2 s each from berths 8, 2 and 5 to berth \(number): expected one after \
          the other, without a pause, until 2, 4 and 6 s; they ended after \(ends) s
          """)
      }

      var lots = Draw(seed: 123)
      let berths = [15, 12, 19].map { Berth(number: $0, crates: 100) }
      var expected = [100, 100, 100]
      var orders: [Order] = []
      for _ in 1...6 {
        let from = lots.number(in: 0...2)
        let to = (from + lots.number(in: 1...2)) % 3
        let crates = lots.number(in: 1...16)
        let seconds = lots.number(in: 0...3)
        orders.append(Order(crates: crates, from: berths[from], to: berths[to], seconds: seconds))
        expected[from] -= crates
        expected[to] += crates
      }

      let outcomes = await carryOut(orders)

      let most = berths.map { Bubble.mostInside("berth \($0.number)") }
      let ended = outcomes.count { $0 != nil }
      try #require(
        ended == 6,
        """
        six moves between three berths: after ten days, \(ended) of them have ended. What do the \
        others have, and what do they wait for?
        """)
      #expect(
        most.allSatisfy { $0 == 1 },
        """
        six moves between three berths: expected one `carry` at a time at each of them; at the \
        same time there were \(most)
        """)
      let crates = berths.map(\.crates)
      #expect(
        outcomes.allSatisfy { $0?.isMoved == true } && crates == expected,
        "six moves between three berths: expected \(expected) crates, and there are \(crates)")
    }
    try await bubble(.count(1)) {
      let quay = Berth(number: 10 * crowd, crates: 0)

      let outcomes = await carryOut(
        (1...crowd).map { number in
          Order(crates: 1, from: Berth(number: 20 * number + 1, crates: 1), to: quay, seconds: 1)
        })

      let ends = outcomes.compactMap { $0?.end }.sorted()
      #expect(
        ends == (1...crowd).map(Double.init) && quay.crates == crowd,
        """
        \(crowd) moves of 1 s each to one berth, which wait there at the same time: expected one \
        after the other, until \(crowd) s. Crates there: \(quay.crates). The moves ended after \
        \(ends) s
        """)
    }
  }

  @Test func `moves at other berths do not wait`() async throws {
    try await bubble {
      let berths = [3, 1, 4, 2].map { Berth(number: $0, crates: 6) }

      let outcomes = await carryOut([
        Order(crates: 1, from: berths[0], to: berths[1], seconds: 9),
        Order(crates: 2, from: berths[2], to: berths[3], seconds: 9),
        Order(crates: 3, from: berths[1], to: berths[0], seconds: 9),
        Order(crates: 5, from: berths[3], to: berths[2], seconds: 9),
      ])

      let ends = outcomes.compactMap { $0?.end }
      try #require(
        ends.count == 4,
        """
        moves between berths 3 and 1, and others between 4 and 2, in both directions: after ten \
        days, \(ends.count) of 4 have ended. What do the others have, and what do they wait for?
        """)
      #expect(
        ends.sorted() == [9, 9, 18, 18],
        """
        two moves between berths 3 and 1, and two between 4 and 2, of 9 s each: expected the two \
        pairs to work at the same time, and to end after 9, 9, 18 and 18 s; they ended after \
        \(ends.sorted()) s. Does a move wait for one at other berths?
        """)
      let crates = berths.map(\.crates)
      #expect(
        outcomes.allSatisfy { $0?.isMoved == true } && crates == [8, 4, 9, 3],
        "four moves at four berths: expected [8, 4, 9, 3] crates in the end; there are \(crates)")
    }
  }

  @Test func `too few crates leave the berths free`() async throws {
    try await bubble {
      for isBack in [false, true] {
        let full = Berth(number: isBack ? 2 : 1, crates: 5)
        let empty = Berth(number: isBack ? 1 : 2, crates: 0)

        let both = await carryOut([
          Order(crates: 6, from: full, to: empty, seconds: 1),
          Order(crates: 1, from: empty, to: full, seconds: 1),
        ])
        try #require(
          both == [Outcome(isMoved: false, end: 0), Outcome(isMoved: false, end: 0)],
          """
          two moves between the same berths in opposite directions, and too few crates for each: \
          expected `false` at once from both; got \
          \(both.map { $0?.description ?? "nothing, for ten days" })
          """)
        for (crates, origin, destination) in [(6, full, empty), (1, empty, full)] {
          let there = origin.crates
          let outcomes = await carryOut([
            Order(crates: crates, from: origin, to: destination, seconds: 1)
          ])
          try #require(
            outcomes == [Outcome(isMoved: false, end: 0)] && full.crates == 5 && empty.crates == 0,
            """
            \(crates) of \(there) crates cannot be moved: expected `false` at once, and no \
            `carry`; got \
            \(outcomes.first.flatMap(\.self)?.description ?? "nothing, for ten days"). Are both \
            berths free after a move that fails?
            """)
        }
        // Two moves come at the same moment, and there are enough crates for one of them.
        let origin = Berth(number: isBack ? 8 : 3, crates: 5)
        let piles = [Berth(number: 5, crates: 0), Berth(number: 6, crates: 0)]
        let rivals = await carryOut([
          Order(crates: 4, from: origin, to: piles[0], seconds: 2),
          Order(crates: 3, from: origin, to: piles[1], seconds: 2),
        ])
        let moved = [origin.crates, piles[0].crates, piles[1].crates]
        try #require(
          rivals.compactMap { $0?.isMoved }.count { $0 } == 1
            && rivals.allSatisfy { $0?.end == 2 } && (moved == [1, 4, 0] || moved == [2, 0, 3]),
          """
          a berth has 5 crates, and two moves want 4 and 3 of them at the same time, for 2 s: \
          expected `true` from one, and `false` from the other when it gets the berth, both after \
          2 s; they ended like this: \(rivals.map { $0?.description ?? "not at all" }); crates at \
          the three berths: \(moved)
          """)
        // The second move comes while the first one works. Its crates are on the way.
        let outcomes = await carryOut([
          Order(crates: 4, from: full, to: empty, seconds: 3),
          Order(crates: 2, from: empty, to: full, seconds: 3, delay: 1),
        ])

        try #require(
          outcomes == [Outcome(isMoved: true, end: 3), Outcome(isMoved: true, end: 6)]
            && full.crates == 3 && empty.crates == 2,
          """
          4 crates go to an empty berth until 3 s, and a move that takes 2 of them back waits from \
          1 s on: expected it to check the crates when it has the berths, and to end after 6 s; \
          the moves ended like this: \(outcomes.map { $0?.description ?? "not at all" })
          """)
      }
    }
  }

  @Test func `the numbers change when the crates have arrived`() async throws {
    try await bubble {
      for isBack in [false, true] {
        let origin = Berth(number: isBack ? 2 : 1, crates: 5)
        let destination = Berth(number: isBack ? 1 : 2, crates: 7)
        let journal = Journal()

        let isMoved = await move(3, from: origin, to: destination) {
          try? await Task.sleep(for: .seconds(60))
          journal.note("\(origin.crates) and \(destination.crates)")
        }

        try #require(
          journal.texts == ["5 and 7"],
          """
          3 of 5 crates go to a berth with 7: expected 5 and 7 until `carry` has ended; in each \
          `carry`, at its end, there were \(journal.texts)
          """)
        try #require(
          isMoved && origin.crates == 2 && destination.crates == 10,
          """
          3 of 5 crates go to a berth with 7: expected `true`, and 2 and 10 crates; your function \
          returned \(isMoved), and there are \(origin.crates) and \(destination.crates)
          """)
      }
    }
    try await bubble(.count(1)) {
      let origin = Berth(number: 1, crates: 1_500_000)
      let destination = Berth(number: 2, crates: 0)

      let isMoved = await move(1_000_000, from: origin, to: destination) {}

      #expect(
        isMoved && origin.crates == 500_000 && destination.crates == 1_000_000,
        """
        1,000,000 of 1,500,000 crates go to an empty berth: expected `true`, and 500,000 and \
        1,000,000 crates; your function returned \(isMoved), and there are \(origin.crates) and \
        \(destination.crates). Any number of crates may be moved at once
        """)
    }
  }

  @Test func `a berth to itself`() async throws {
    try await bubble {
      let berth = Berth(number: 1, crates: 5)
      let other = Berth(number: 2, crates: 5)

      for (crates, from, to, expected) in [
        (5, berth, berth, Outcome(isMoved: true, end: 2)),
        (6, berth, berth, Outcome(isMoved: false, end: 0)),
        (1, berth, other, Outcome(isMoved: true, end: 2)),
        (6, other, other, Outcome(isMoved: true, end: 2)),
      ] {
        let there = from.crates
        let outcomes = await carryOut([Order(crates: crates, from: from, to: to, seconds: 2)])
        try #require(
          outcomes == [expected],
          """
          \(crates) of \(there) crates go from berth \(from.number) to berth \(to.number): \
          expected \(expected), and got \
          \(outcomes.first.flatMap(\.self)?.description ?? "nothing, for ten days"). \
          \(from === to ? "What does a move wait for if both berths are the same?" : "Are both free?")
          """)
      }
      // The third one comes in beside the second if the first has left the berth twice.
      let three = await carryOut(
        [3, 4, 1].map { Order(crates: $0, from: other, to: other, seconds: 2) })
      let ends = three.compactMap { $0?.end }.sorted()
      #expect(
        ends == [2, 4, 6],
        """
        three moves of 2 s from a berth to itself: expected one after the other, until 2, 4 and \
        6 s; they ended after \(ends) s
        """)
      #expect(
        berth.crates == 4 && other.crates == 6,
        """
        a move from a berth to itself should keep the number: expected 4 and 6 crates in the end, \
        and there are \(berth.crates) and \(other.crates)
        """)
    }
  }
}
