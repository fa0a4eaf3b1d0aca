import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Testing

private struct Ship: Sendable {
  var tons: Int
  var seconds: Int

  /// A name that says all the rest; a ship of one ton that takes no time has none.
  var name: String { (tons, seconds) == (1, 0) ? "" : "\(tons) t in \(seconds) s" }

  init(_ tons: Int, _ seconds: Int) {
    self.tons = tons
    self.seconds = seconds
  }

  init(name: String) {
    let numbers = name.split(separator: " ").compactMap { Int($0) }
    self.init(numbers.first ?? 1, numbers.last ?? 0)
  }
}

private func measure(_ name: String) async -> Int {
  let ship = Ship(name: name)
  await pause(ship.seconds)
  return ship.tons
}

/// Sends each arrival after its pause, pauses once more, and closes; when each was taken.
private func bring(
  _ list: [(pause: Int, arrival: Arrival)], closingAfter end: Int = 0, to arrivals: Channel<Arrival>
) -> Task<[Duration], Never> {
  Task {
    let journal = Journal()
    for (wait, arrival) in list {
      await pause(wait)
      await arrivals.send(arrival)
      journal.end("arrival")
    }
    await pause(end)
    arrivals.close()
    return journal.ends
  }
}

/// What all ships should pay.
private func sum(of list: [(pause: Int, arrival: Arrival)], from toll: Int) -> Int {
  var toll = toll
  var sum = 0
  for (_, arrival) in list {
    if case .toll(let next) = arrival { toll = next }
    if case .ship(let name) = arrival { sum += Ship(name: name).tons * toll }
  }
  return sum
}

private func ship(_ tons: Int, in seconds: Int) -> Arrival { .ship(Ship(tons, seconds).name) }

@Suite("12.10 A board that all tasks share", .exercise("12.10"))
struct TollBoardTests {
  @Test func `a ship pays the toll of its arrival`() async throws {
    try await bubble {
      for (seconds, later) in [(60, 1), (0, 0)] {
        let arrivals = Channel<Arrival>()
        let bringing = bring([(0, ship(20, in: seconds)), (later, .toll(7))], to: arrivals)
        let paid = await takeToll(3, from: arrivals.receiveOnly, measure: measure)
        _ = await bringing.value
        try #require(
          paid == 60,
          """
          a ship of 20 tons comes while the toll is 3, and is measured for \(seconds) s. A new \
          toll of 7 comes \(later) s later. Expected 20 × 3 = 60, and your function returned \
          \(paid). When does it read the toll?
          """)
      }

      var lots = Draw(seed: 1210)
      for (count, longestPause, longestWork) in [(4, 0, 0), (9, 0, 9), (12, 5, 40), (6, 60, 1)] {
        var list = (0..<count).map { number in
          (
            pause: lots.number(in: 0...longestPause),
            arrival: number % 3 == 1
              ? .toll(lots.number(in: 0...20))
              : ship(lots.number(in: 1...90), in: lots.number(in: 0...longestWork))
          )
        }
        let twin = ship(lots.number(in: 1...90), in: longestWork)  // the same name before and after
        list =
          [(0, twin), (0, .toll(lots.number(in: 1...20)))] + list + [(0, .toll(9)), (0, twin)]
        let arrivals = Channel<Arrival>(capacity: list.count)
        let bringing = bring(list, to: arrivals)

        let paid = await takeToll(5, from: arrivals.receiveOnly, measure: measure)
        _ = await bringing.value

        let expected = sum(of: list, from: 5)
        try #require(
          paid == expected,
          """
          ships, two of them with the same name, and new tolls come in \(list.count) arrivals. \
          Expected \(expected) in all if each ship pays the toll that was the last to come before \
          it; your function returned \(paid)
          """)
      }
    }
    // Small, so that every order of the two ends is tried.
    try await bubble {
      let arrivals = Channel<Arrival>(capacity: 2)
      let list = [(pause: 0, arrival: ship(20, in: 6)), (pause: 0, arrival: ship(7, in: 6))]
      let bringing = bring(list, to: arrivals)

      let paid = await takeToll(3, from: arrivals.receiveOnly, measure: measure)
      _ = await bringing.value

      #expect(
        paid == 81,
        """
        two ships, of 20 and 7 tons, have been measured at the same moment: expected \
        20 × 3 + 7 × 3 = 81, and your function returned \(paid)
        """)
    }
  }

  @Test func `ships are measured at the same time`() async throws {
    try await bubble {
      let journal = Journal()
      let arrivals = Channel<Arrival>()
      let list = [
        (2, ship(10, in: 600)), (3, .toll(4)), (1, ship(11, in: 60)), (0, ship(12, in: 7)),
        (4, .toll(6)), (0, ship(10, in: 600)), (90, ship(13, in: 1)),
      ]
      let bringing = bring(list, to: arrivals)

      let paid = await takeToll(1, from: arrivals.receiveOnly) { name in
        journal.begin(name)
        return await measure(name)
      }
      let taken = await bringing.value

      try #require(
        journal.begins == [2, 6, 6, 10, 100].map { .seconds($0) },
        """
        ships come after 2, 6, 6, 10 and 100 s: `measure` should be called for each as soon as it \
        comes; it was called after \(journal.begins). Does a ship wait for another one?
        """)
      try #require(
        taken == [2, 5, 6, 6, 10, 10, 100].map { .seconds($0) },
        """
        ships and tolls come after 2, 5, 6, 6, 10, 10 and 100 s, and none should have to wait; \
        they were taken after \(taken)
        """)
      try #require(
        paid == sum(of: list, from: 1),
        """
        expected \(sum(of: list, from: 1)) in all, if each ship pays the toll of its arrival; your \
        function returned \(paid)
        """)
    }
  }

  @Test func `a hundred ships are measured at the same time`() async throws {
    try await bubble(.count(5)) {
      let journal = Journal()
      let arrivals = Channel<Arrival>()
      let list = (1...100).map { (pause: 0, arrival: ship($0, in: 60)) }
      let bringing = bring(list, to: arrivals)

      let paid = await takeToll(2, from: arrivals.receiveOnly) { name in
        journal.begin(name)
        return await measure(name)
      }
      _ = await bringing.value

      try #require(
        journal.begins == Array(repeating: .zero, count: 100) && paid == sum(of: list, from: 2),
        """
        a hundred ships come at once: all should be measured at the same time, as no ship may \
        wait; \(journal.begins.filter { $0 == .zero }.count) were. Toll: \(paid)
        """)
    }
    try await bubble(.count(1)) {
      let journal = Journal()
      let arrivals = Channel<Arrival>()
      let list = (1...2 * crowd).map { number in
        (pause: 0, arrival: number.isMultiple(of: 2) ? .toll(number) : ship(number, in: 60))
      }
      let bringing = bring(list, to: arrivals)

      let paid = await takeToll(2, from: arrivals.receiveOnly) { name in
        journal.begin(name)
        return await measure(name)
      }
      _ = await bringing.value

      try #require(
        journal.begins == Array(repeating: .zero, count: crowd) && paid == sum(of: list, from: 2),
        """
        \(crowd) ships come at once, and a new toll after each: all should be measured at the same \
        time; \(journal.begins.filter { $0 == .zero }.count) were. Expected \
        \(sum(of: list, from: 2)) in all; your function returned \(paid)
        """)
    }
  }

  @Test func `it returns with the last ship`() async throws {
    try await bubble {
      let cases = [
        (list: [(0, ship(8, in: 60)), (1, .toll(9)), (1, ship(3, in: 5))], close: 0, end: 60),
        (
          list: [(0, ship(8, in: 6)), (1, .toll(2)), (1, ship(3, in: 100_000))], close: 1,
          end: 100_002
        ),
        (list: [(0, ship(8, in: 6)), (1, .toll(2))], close: 100_000, end: 100_001),
        (list: [(0, ship(7, in: 0)), (0, ship(1, in: 0))], close: 3, end: 3),
        (list: [(4, .toll(2))], close: 0, end: 4),
        (list: [], close: 0, end: 0),
      ]
      for (list, close, end) in cases {
        let journal = Journal()
        let arrivals = Channel<Arrival>()
        let bringing = bring(list, closingAfter: close, to: arrivals)

        let paid = await takeToll(6, from: arrivals.receiveOnly) { name in
          let tons = await measure(name)
          journal.end(name)
          return tons
        }
        let time = journal.elapsed
        _ = await bringing.value

        let ships = list.filter { if case .ship = $0.1 { true } else { false } }.count
        try #require(
          journal.ended.count == ships && paid == sum(of: list, from: 6),
          """
          expected \(ships) ships to be measured when your function returns, and a sum of \
          \(sum(of: list, from: 6)); \(journal.ended.count) were measured, and it returned \(paid)
          """)
        try #require(
          time == .seconds(end),
          """
          expected your function to return as soon as `arrivals` is closed and the last ship is \
          measured: after \(end) s
          """)
      }
    }
  }
}
