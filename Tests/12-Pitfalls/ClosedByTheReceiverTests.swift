import Bubble
import Chapter12Pitfalls
import CourseTesting
import Synchronization
import Testing

/// A truck that comes after some time with some crates, which are named after it.
private struct Truck: Sendable {
  var name: String
  var seconds: Int
  var crates: [String]

  init(_ name: String, seconds: Int, crates: Int) {
    self.name = name
    self.seconds = seconds
    self.crates = (0..<crates).map { "\(name) \($0)" }
  }
}

/// Loads with the function of the exercise, and notes each trip.
private func load(_ trucks: [Truck], room: Int, _ log: Journal) async -> [String] {
  let byName = Dictionary(trucks.map { ($0.name, $0) }) { first, _ in first }
  return await load(trucks.map(\.name), room: room) { name in
    log.note("\(name) starts")
    guard let truck = byName[name] else { return [] }
    if truck.seconds > 0 { try? await Task.sleep(for: .seconds(truck.seconds)) }
    log.note("\(name) arrives")
    return truck.crates
  }
}

@Suite("12.6 Closed by the receiver", .exercise("12.6"))
struct ClosedByTheReceiverTests {
  @Test func `crates for a full ship do no harm`() async throws {
    try await bubble {
      for (loads, room) in [
        ([(1, 2), (5, 3)], 2), ([(5, 3), (1, 2)], 3), ([(1, 9)], 4), ([(0, 2), (0, 2), (0, 2)], 1),
        ([(3, 150), (4, 2)], 2), ([(0, 5), (2, 1), (9, 1)], 1),
      ] {
        let trucks = loads.enumerated().map { number, load in
          Truck(number == 0 ? "" : "truck \(number)", seconds: load.0, crates: load.1)
        }
        let log = Journal()

        let aboard = await load(trucks, room: room, log)
        let end = log.now
        await Bubble.settle()
        let left = Bubble.liveTasks
        try? await Task.sleep(for: .seconds(60))  // Lets a truck arrive that is still on the road.

        let isOneOrder = Set(trucks.map(\.seconds)).count == trucks.count
        let inOrder = trucks.sorted { $0.seconds < $1.seconds }.flatMap(\.crates)
        try #require(
          aboard.count == room && Set(inOrder).isSuperset(of: aboard),
          """
          there is room for \(room) of \(inOrder.count) crates: expected a full ship; aboard: \
          \(aboard.count)
          """)
        try #require(
          !isOneOrder || aboard == Array(inOrder.prefix(room)),
          """
          the trucks arrive after \(trucks.map(\.seconds)) s: expected the crates that came first, \
          \(inOrder.prefix(room)); aboard: \(aboard)
          """)
        let last = trucks.map(\.seconds).max() ?? 0
        try #require(
          end == Double(last),
          """
          the last truck arrives after \(last) s: expected your function to return then, even with \
          a full ship; it returned after \(end) s
          """)
        try #require(
          left == 0,
          """
          the ship is full, and your function has returned. Your tasks that still wait: \(left). \
          Who receives the crates for which there is no room?
          """)
      }
    }
  }

  @Test func `a full ship keeps no large truck waiting`() async throws {
    try await bubble(.count(2).allowing(steps: 1_000_000)) {
      let trucks = [
        Truck("truck 0", seconds: 1, crates: 3_000), Truck("truck 1", seconds: 2, crates: 3_000),
      ]
      let log = Journal()

      let aboard = await load(trucks, room: 1, log)
      let end = log.now
      await Bubble.settle()
      let left = Bubble.liveTasks

      try #require(
        aboard == ["truck 0 0"] && end == 2 && left == 0,
        """
        there is room for the first of 6,000 crates: expected only that crate, and a return when \
        the second truck has come, after 2 s. Aboard: \(aboard.count), the return came after \
        \(end) s, and \(left) of your tasks still wait. Who receives the crates for which there is \
        no room?
        """)
    }
  }

  @Test func `a ship that is full in the end takes everything`() async throws {
    try await bubble {
      for loads in [[(1, 2), (2, 1)], [(0, 1)], [(0, 2), (0, 1)], [(3, 0), (1, 150)]] {
        let trucks = loads.enumerated().map { number, load in
          Truck("truck \(number)", seconds: load.0, crates: load.1)
        }
        let log = Journal()
        let room = loads.reduce(0) { $0 + $1.1 }

        let aboard = await load(trucks, room: room, log)
        let end = log.now
        try? await Task.sleep(for: .seconds(60))

        try #require(
          aboard.sorted() == trucks.flatMap(\.crates).sorted(),
          """
          there is room for exactly the \(room) crates that come: expected all; aboard: \
          \(aboard.count)
          """)
        for truck in trucks {
          try #require(
            aboard.filter { truck.crates.contains($0) } == truck.crates,
            "expected the crates of one truck in their order; aboard: \(aboard)")
        }
        let last = trucks.map(\.seconds).max() ?? 0
        try #require(
          end == Double(last),
          "your function should return with the last truck, after \(last) s, not after \(end) s"
        )
      }
    }
  }

  @Test func `a ship takes as much as there is room for`() async throws {
    try await bubble {
      var lots = Draw(seed: 126)
      for count in [2, 0, 1, 6] {
        let trucks = (0..<count).map { number in
          let seconds = number * 7 % 10 + lots.number(in: 0...1) * 10
          return Truck("truck \(number)", seconds: seconds, crates: lots.number(in: 0...4))
        }
        let log = Journal()

        // The last one is a truck with one crate, so that there is one in each of the cases.
        let all = trucks + [Truck("last", seconds: 100_000, crates: 1)]
        let aboard = await load(all, room: 60, log)
        var end = log.now

        let expected = trucks.sorted { $0.seconds < $1.seconds }.flatMap(\.crates) + ["last 0"]
        try #require(
          aboard == expected,
          "there is room for all: expected them as the trucks arrive, \(expected); got \(aboard)"
        )
        try #require(
          end == 100_000,
          "the last truck arrives after 100,000 s; the return came after \(end) s")
        let room = max(1, expected.count - 1)
        let few = await load(all, room: room, Journal())
        try #require(
          few == Array(expected.prefix(room)),
          """
          \(expected.count) crates come, and there is room for \(room): expected those that came \
          first, \(expected.prefix(room)); got \(few)
          """)
        end = log.now
        let none = await load([], room: 3, log)
        try #require(
          none.isEmpty && log.now == end, "without trucks, expected your function to return at once"
        )
      }
    }
    try await bubble {
      let delays = [1_003, 1_001, 1_999, 1_002]

      let aboard = await load(delays.map { "\($0)" }, room: 3) { name in
        try? await Task.sleep(for: .milliseconds(Int(name) ?? 0))
        return [name]
      }

      #expect(
        aboard == ["1001", "1002", "1003"],
        """
        four trucks arrive within a second, after \(delays) ms, and there is room for the crates of \
        three: expected those of the first three, in their order; got those of \(aboard)
        """)
    }
  }

  @Test func `every truck and every crate counts`() async throws {
    try await bubble {
      let log = Journal()

      // Both trucks with the name "Ada" arrive first, and bring the same crates.
      let aboard = await load(["Ada", "Ben", "Ada"], room: 8) { name in
        log.note(name)
        try? await Task.sleep(for: .seconds(name == "Ada" ? 1 : 2))
        return name == "Ada" ? ["tea", "", "tea"] : ["rum", "rum", "salt"]
      }

      try #require(
        log.texts.sorted() == ["Ada", "Ada", "Ben"],
        "two of three trucks have the same name: expected three trips; there were \(log.texts)")
      try #require(
        aboard.prefix(6).sorted() == ["", "", "tea", "tea", "tea", "tea"]
          && aboard.dropFirst(6) == ["rum", "rum"],
        """
        "tea", "", "tea" come twice, then "rum", "rum", "salt", and there is room for 8: expected \
        the first 8 crates, even if they are equal or have an empty name; got \(aboard)
        """)
    }
    try await bubble {
      let adas = Mutex(0)

      // One truck with the name "Ada" arrives before "Ben", and the other one after him.
      let aboard = await load(["Ada", "Ben", "Ada"], room: 4) { name in
        guard name == "Ada" else {
          try? await Task.sleep(for: .seconds(2))
          return ["rum"]
        }
        let isSecond = adas.withLock { adas in
          adas += 1
          return adas > 1
        }
        try? await Task.sleep(for: .seconds(isSecond ? 3 : 1))
        return isSecond ? ["salt", "wool"] : ["tea"]
      }

      try #require(
        aboard == ["tea", "rum", "salt", "wool"],
        """
        two trucks have the same name: one brings "tea" after 1 s, the other "salt" and "wool" after 3 s. \
        A third truck brings "rum" after 2 s: expected "tea", "rum", "salt", "wool"; got \(aboard)
        """)
    }
    try await bubble(.count(1).allowing(steps: 1_000_000)) {
      let aboard = await load(["Ada", "Ben"], room: 6_000) { name in
        (0..<3_000).map { "\(name) \($0)" }
      }

      try #require(
        aboard.count == 6_000,
        "6,000 crates come, and there is room for all: expected all aboard, not \(aboard.count)")
    }
  }

  @Test func `every truck finishes its trip`() async throws {
    try await bubble {
      let log = Journal()
      let trucks = [
        Truck("quick", seconds: 1, crates: 4), Truck("slow", seconds: 60, crates: 2),
        Truck("empty", seconds: 7, crates: 0), Truck("slowest", seconds: 100_000, crates: 1),
      ]

      let aboard = await load(trucks, room: 3, log)
      let end = log.now

      let arrived = log.texts.filter { $0.hasSuffix("arrives") }
      #expect(
        arrived == ["quick", "empty", "slow", "slowest"].map { "\($0) arrives" },
        "the ship is full after 1 s: every truck should arrive before the return; arrived: \(arrived)"
      )
      #expect(
        aboard == ["quick 0", "quick 1", "quick 2"] && end == 100_000,
        """
        the ship is full after 1 s, and the last truck arrives after 100,000 s: expected the first \
        three crates, and a return after 100,000 s; it came after \(end) s
        """)
    }
  }

  @Test func `all trucks drive at the same time`() async throws {
    try await bubble {
      for room in [1, 3, 40] {
        let log = Journal()
        let trucks = (1...8).map { Truck("truck \($0)", seconds: 2 * $0, crates: 2) }

        let aboard = await load(trucks, room: room, log)
        let end = log.now

        let starts = zip(log.texts, log.seconds).filter { $0.0.hasSuffix("starts") }
        try #require(
          starts.map(\.0).sorted() == trucks.map { "\($0.name) starts" }.sorted(),
          "expected one `fetch` for each of eight trucks; there were \(starts.count)")
        try #require(
          starts.allSatisfy { $0.1 == 0 },
          "expected all trucks to start at once; the starts were after \(starts.map(\.1)) s")
        try #require(
          end == 16,
          "your function should return with the last of eight trucks, after 16 s, not after \(end) s"
        )
        try #require(
          aboard.count == min(room, 16),
          "16 crates come, and there is room for \(room); aboard: \(aboard.count)")
      }
    }
    try await bubble(.count(1)) {
      _ = await load((1...crowd).map { "truck \($0)" }, room: crowd) { truck in
        await Bubble.section("trucks") { try? await Task.sleep(for: .seconds(1)) }
        return [truck]
      }

      let most = Bubble.mostInside("trucks")
      #expect(most == crowd, "\(crowd) trucks: \(most) were on the road at the same time")
    }
  }
}
