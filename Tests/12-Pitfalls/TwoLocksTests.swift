import Bubble
import Chapter12Pitfalls
import CourseTesting
import Synchronization
import Testing

/// Moves, and counts who works at each of the two berths at the same time.
private func moveSeen(
  _ crates: Int, from origin: Berth, to destination: Berth, seconds: Int
) async -> Bool {
  await move(crates, from: origin, to: destination) {
    await Bubble.section("berth \(origin.number)") {
      await Bubble.section("berth \(destination.number)") {
        try? await Task.sleep(for: .seconds(seconds))
      }
    }
  }
}

@Suite("12.3 Two locks in two orders", .exercise("12.3"))
struct TwoLocksTests {
  @Test func `moves in opposite directions both end`() async throws {
    try await bubble {
      let journal = Journal()
      let east = Berth(number: 7, crates: 10)
      let west = Berth(number: 4, crates: 22)

      async let there = moveSeen(3, from: east, to: west, seconds: 2)
      async let back = moveSeen(8, from: west, to: east, seconds: 5)
      let moved = await [there, back]

      #expect(
        moved == [true, true] && east.crates == 15 && west.crates == 17,
        """
        3 crates go from a berth with 10 to one with 22, and 8 go back: expected 15 and 17 crates; \
        there are \(east.crates) and \(west.crates)
        """)
      let end = journal.now
      #expect(
        end == 7,
        "both moves need both berths, for 2 s and 5 s: expected an end after 7 s, not \(end) s"
      )
    }
  }

  @Test func `moves in a ring all end`() async throws {
    try await bubble {
      for count in [3, 4] {
        let berths = (0..<count).map { Berth(number: $0 * 10, crates: 9) }

        let moved = await withTaskGroup { group in
          for index in 0..<count {
            group.addTask {
              await moveSeen(
                index + 1, from: berths[index], to: berths[(index + 1) % count], seconds: 1)
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }

        let crates = berths.map(\.crates)
        let expected = (0..<count).map { $0 == 0 ? 8 + count : 8 }
        try #require(
          moved == Array(repeating: true, count: count) && crates == expected,
          """
          \(count) berths in a ring, from each of which crates go to the next: expected \(expected) \
          crates afterwards; there are \(crates)
          """)
      }
    }
  }

  @Test func `one move at a time works at a berth`() async throws {
    try await bubble {
      for number in [1, 4, 9] {
        let journal = Journal()
        let berths = [8, 2, 5].map { Berth(number: $0, crates: 1) }
        let quay = Berth(number: number, crates: 0)

        let moved = await withTaskGroup { group in
          for berth in berths {
            group.addTask { await moveSeen(1, from: berth, to: quay, seconds: 2) }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
        let end = journal.now

        try #require(
          moved == [true, true, true] && quay.crates == 3 && end == 6,
          """
          three moves of 2 s each from berths 8, 2 and 5 to berth \(number): expected one after the \
          other, without a pause, until 6 s; the last one ended after \(end) s
          """)
      }

      var lots = Lots(seed: 123)
      let berths = [5, 2, 9].map { Berth(number: $0, crates: 100) }
      var expected = [100, 100, 100]
      var orders: [(crates: Int, from: Int, to: Int, seconds: Int)] = []
      for _ in 1...6 {
        let from = lots.number(in: 0...2)
        let to = (from + lots.number(in: 1...2)) % 3
        let crates = lots.number(in: 1...16)
        orders.append((crates, from, to, lots.number(in: 0...3)))
        expected[from] -= crates
        expected[to] += crates
      }

      let moved = await withTaskGroup { group in
        for order in orders {
          group.addTask {
            await moveSeen(
              order.crates, from: berths[order.from], to: berths[order.to], seconds: order.seconds)
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }

      let most = berths.map { Bubble.mostInside("berth \($0.number)") }
      #expect(
        most.allSatisfy { $0 == 1 },
        """
        six moves between three berths: expected one `carry` at a time at each of them; at the same \
        time there were \(most)
        """)
      let crates = berths.map(\.crates)
      #expect(
        !moved.contains(false) && crates == expected,
        "six moves between three berths: expected \(expected) crates, and there are \(crates)")
    }
  }

  @Test func `moves at other berths do not wait`() async throws {
    try await bubble {
      let journal = Journal()
      let berths = [3, 1, 4, 2].map { Berth(number: $0, crates: 6) }

      async let first = moveSeen(1, from: berths[0], to: berths[1], seconds: 9)
      async let second = moveSeen(2, from: berths[2], to: berths[3], seconds: 9)
      let moved = await [first, second]
      let end = journal.now

      #expect(
        moved == [true, true] && berths.map(\.crates) == [5, 7, 4, 8],
        "two moves at four berths: expected both to be done")
      #expect(
        end == 9,
        """
        two moves of 9 s at four different berths: expected them to work at the same time, and end \
        after 9 s; the last one ended after \(end) s. What does the second one wait for?
        """)
    }
  }

  @Test func `too few crates leave the berths free`() async throws {
    try await bubble {
      for isBack in [false, true] {
        let journal = Journal()
        let full = Berth(number: isBack ? 2 : 1, crates: 5)
        let empty = Berth(number: isBack ? 1 : 2, crates: 0)

        for (crates, origin, destination) in [(6, full, empty), (1, empty, full)] {
          let isMoved = await move(crates, from: origin, to: destination) { journal.note("carry") }
          try #require(
            !isMoved && journal.texts.isEmpty && full.crates == 5 && empty.crates == 0,
            "\(crates) crates of \(origin.crates) cannot be moved: expected `false`, and no `carry`"
          )
        }
        // The second move comes while the first one works. Its crates are on the way.
        let first = Task { await moveSeen(4, from: full, to: empty, seconds: 3) }
        try? await Task.sleep(for: .seconds(1))
        let isMoved = await moveSeen(2, from: empty, to: full, seconds: 3)
        let isFirstMoved = await first.value
        let end = journal.now

        try #require(
          isFirstMoved && isMoved && full.crates == 3 && empty.crates == 2 && end == 6,
          """
          4 crates go to an empty berth until 3 s, and from 1 s a move waits that takes 2 of them back: \
          expected it to look for crates when it has the berths, and to end after 6 s
          """)
      }
    }
  }

  @Test func `a berth to itself`() async throws {
    try await bubble {
      let journal = Journal()
      let berth = Berth(number: 1, crates: 5)
      let other = Berth(number: 2, crates: 5)

      let moved = await [
        moveSeen(5, from: berth, to: berth, seconds: 2),
        moveSeen(6, from: berth, to: berth, seconds: 2),
        moveSeen(1, from: berth, to: other, seconds: 2),
        moveSeen(1, from: other, to: other, seconds: 2),
      ]
      let end = journal.now

      #expect(
        moved == [true, false, true, true] && berth.crates == 4 && other.crates == 6,
        """
        a berth has 5 crates; moves from it to itself should keep the number: expected that 5 can be \
        moved and 6 cannot, and that the berth is free afterwards. It has \(berth.crates) crates
        """)
      #expect(end == 6, "three of the moves should work for 2 s each; the end came after \(end) s")
    }
  }
}
