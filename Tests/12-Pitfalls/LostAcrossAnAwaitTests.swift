import Bubble
import Chapter12Pitfalls
import CourseTesting
import Synchronization
import Testing

/// Lets all groups book at the same time, and returns what each of them got.
private func book(
  _ groups: [Int], on ferry: Ferry, pay: @escaping @Sendable (_ number: Int) async throws -> Void
) async -> [Bool] {
  await withTaskGroup { tasks in
    for (number, group) in groups.enumerated() {
      tasks.addTask {
        (number, (try? await ferry.book(group) { try await pay(number) }) ?? false)
      }
    }
    return await tasks.reduce(into: Array(repeating: false, count: groups.count)) {
      $0[$1.0] = $1.1
    }
  }
}

@Suite("12.4 Lost across an await", .exercise("12.4"))
struct LostAcrossAnAwaitTests {
  @Test func `no seat is sold twice`() async throws {
    try await bubble {
      for (seats, groups, most) in [
        (2, [1, 1, 1], 2), (6, [4, 4], 4), (10, [3, 3, 3, 3], 9), (1, [1, 1], 1), (0, [1, 2], 0),
      ] {
        let ferry = Ferry(seats: seats)

        let booked = await book(groups, on: ferry) { number in
          try await Task.sleep(for: .seconds(number))
        }

        let sold = zip(groups, booked).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        let taken = await ferry.taken
        try #require(
          sold <= seats,
          """
          groups of \(groups) book a ferry with \(seats) seats at the same time, and each pays \
          for a while: \(sold) seats were sold. What did the later groups see when they looked \
          for free seats?
          """)
        try #require(
          sold == most && taken == most,
          """
          groups of \(groups) book a ferry with \(seats) seats: expected \(most) seats to be sold \
          and taken; \(sold) were sold, and `taken` says \(taken)
          """)
      }
    }
  }

  @Test func `every paid seat is counted`() async throws {
    try await bubble {
      var lots = Draw(seed: 124)
      for count in [2, 1, 5] {
        let groups = (0..<count).map { _ in lots.number(in: 1...9) }
        let pauses = (0..<count).map { _ in lots.number(in: 0...4) }
        let ferry = Ferry(seats: 45)

        let booked = await book(groups, on: ferry) { number in
          try await Task.sleep(for: .seconds(pauses[number]))
        }

        let taken = await ferry.taken
        let expected = groups.reduce(0, +)
        try #require(
          !booked.contains(false) && taken == expected,
          """
          groups of \(groups) book, pay for \(pauses) s, and there is room for all: expected \
          \(expected) seats to be taken, and `taken` says \(taken)
          """)
      }
    }
  }

  @Test func `no one pays without a seat`() async throws {
    try await bubble {
      for (seats, groups, paying) in [(5, [3, 3, 3], 1), (1, [1, 1, 1], 1), (3, [4, 1, 1], 2)] {
        let ferry = Ferry(seats: seats)
        let cashier = Journal()

        let booked = await book(groups, on: ferry) { number in
          cashier.note("group \(number)")
          try await Task.sleep(for: .seconds(8))
        }

        let paid = cashier.texts.sorted()
        let winners = groups.indices.filter { booked[$0] }.map { "group \($0)" }
        try #require(
          paid == winners,
          """
          groups of \(groups) book a ferry with \(seats) seats: expected one payment from each \
          group that gets seats, and none from the others. Paid: \(paid), seats for: \(winners)
          """)
        try #require(
          paid.count == paying,
          """
          groups of \(groups) book a ferry with \(seats) seats at the same time: there are seats \
          for \(paying) of the groups, and \(paid.count) have paid
          """)

        let late = Journal()
        let isBooked = try await ferry.book(seats) {
          late.note("paid")
          try await Task.sleep(for: .seconds(1))
        }
        let end = late.now
        try #require(
          !isBooked && late.texts.isEmpty && end == 0,
          "the ferry has too few free seats: expected `false` at once, without a payment")
      }
    }
  }

  @Test func `a failed payment frees its own seats only`() async throws {
    try await bubble {
      for isCancelled in [false, true] {
        let ferry = Ferry(seats: 6)
        let journal = Journal()
        let failing = Task {
          try await ferry.book(4) {
            try await Task.sleep(for: .seconds(isCancelled ? 600 : 5))
            throw Broken(what: "the purse")
          }
        }
        try await Task.sleep(for: .seconds(1))
        let quick = try await ferry.book(1) { try await Task.sleep(for: .seconds(1)) }
        let tooMany = try await ferry.book(2) { journal.note("paid for nothing") }
        let paid = !journal.texts.isEmpty
        let slow = Task { try await ferry.book(1) { try await Task.sleep(for: .seconds(7)) } }

        try await Task.sleep(for: .seconds(3))
        if isCancelled { failing.cancel() }
        let error = await whatIsThrown { _ = try await failing.value }
        let end = journal.now
        let tooManyAgain = try await ferry.book(5) { journal.note("paid for nothing") }
        let next = try await ferry.book(4) { try await Task.sleep(for: .seconds(1)) }
        let isSlowBooked = try await slow.value
        let taken = await ferry.taken

        try #require(quick, "6 seats, and a group of 4 is paying: expected 1 seat to be sold")
        try #require(
          !tooMany && !paid,
          """
          there are 6 seats; a group of 4 is paying until 5 s, and 1 seat is sold: expected a \
          group of 2 to get no seats, and not to pay; it \
          \(tooMany ? "got them" : "paid for nothing")
          """)
        try #require(
          error == (isCancelled ? "CancellationError()" : "\(Broken(what: "the purse"))")
            && end == 5,
          """
          the payment of 4 seats \(isCancelled ? "is cancelled with its caller" : "fails") after 5 \
          s: expected its error at that moment. After \(end) s: \(error ?? "no error")
          """)
        try #require(
          next && !tooManyAgain && isSlowBooked && taken == 6,
          """
          4 of 6 seats are free again, as their payment has failed; one seat is sold, and another \
          one is being paid for. Expected a group of 5 to get no seats (it \
          \(tooManyAgain ? "got them" : "got none")), a group of 4 to get seats (it \
          \(next ? "got them" : "got none")), and 6 seats to be taken in the end, not \(taken). \
          Which seats does a failed payment give back?
          """)
      }

      let ferry = Ferry(seats: 2)
      let paying = Task {
        // Its own task does not hear of the cancellation.
        try await ferry.book(2) { await Task { try? await Task.sleep(for: .seconds(5)) }.value }
      }
      try await Task.sleep(for: .seconds(1))
      paying.cancel()
      let isBooked = try? await paying.value
      let taken = await ferry.taken
      try #require(
        isBooked == true && taken == 2,
        """
        a payment of 2 seats went through although the caller was cancelled in the meantime: a group \
        that has paid has its seats. Expected `true` and 2 seats taken, not \
        \(isBooked.map { "`\($0)`" } ?? "an error") and \(taken)
        """)

      let other = Ferry(seats: 2)
      let tooLate = Task { try await other.book(2) { try await Task.sleep(for: .seconds(5)) } }
      tooLate.cancel()
      let error = await whatIsThrown { _ = try await tooLate.value }
      let next = try await other.book(2) {}
      #expect(
        error == "CancellationError()" && next,
        """
        the caller was cancelled before it booked, so its payment failed: expected its error, and both \
        seats free for the next group. The call ended with \(error ?? "no error"), and the next group \
        got \(next ? "its seats" : "no seats")
        """)
    }
  }

  @Test func `groups pay at the same time`() async throws {
    try await bubble {
      let ferry = Ferry(seats: 10)
      let journal = Journal()

      let booked = await book([2, 3, 4], on: ferry) { _ in
        try await Bubble.section("paying") { try await Task.sleep(for: .seconds(100_000)) }
      }

      let end = journal.now
      #expect(
        booked == [true, true, true] && Bubble.mostInside("paying") == 3 && end == 100_000,
        """
        three groups pay for 100,000 s each, and there is room for all: expected them to pay at \
        the same time, until 100,000 s; the last one got its seats after \(end) s
        """)
      let taken = await ferry.taken
      #expect(
        taken == 9,
        "groups of 2, 3 and 4 have paid at the same time: expected `taken` to be 9, not \(taken)")
    }
    try await bubble(.count(1)) {
      _ = await book(Array(repeating: 1, count: crowd), on: Ferry(seats: crowd)) { _ in
        try await Bubble.section("paying") { try await Task.sleep(for: .seconds(30)) }
      }

      let most = Bubble.mostInside("paying")
      #expect(
        most == crowd,
        "\(crowd) groups, and a seat for each: expected all to pay at the same time; \(most) did")
    }
  }
}
