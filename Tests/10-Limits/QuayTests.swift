import Bubble
import Chapter10Limits
import CourseTesting
import Synchronization
import Testing

@Suite("10.6 A permit that can be cancelled", .exercise("10.6"))
struct QuayTests {
  @Test func `ships moor in the order in which they come, each as soon as it fits`() async throws {
    try await bubble {
      var draw = Draw(seed: 106)
      for (places, count, unit) in [(4, 8, 1), (1, 3, 100_000), (7, 10, 1), (3, 1, 1)] {
        let ships = (0..<count).map { _ in
          (places: draw.number(in: 1...places), seconds: unit * draw.number(in: 1...9))
        }
        // Each ship begins when those before it have begun and enough places are free.
        var begins: [Int] = []
        var now = 0
        var moored: [(end: Int, places: Int)] = []
        for ship in ships {
          while moored.reduce(ship.places, { $0 + $1.places }) > places {
            now = max(now, moored.map(\.end).min() ?? now)
            moored.removeAll { $0.end <= now }
          }
          begins.append(now)
          moored.append((now + ship.seconds, ship.places))
        }

        let quay = Quay(places: places)
        let log = Log<Int>()
        let tasks = Mutex<[Task<Void, any Error>]>([])
        for (number, ship) in ships.enumerated() {
          let task = Task {
            try await quay.moor(taking: ship.places)
            log.note(number)
            try await Task.sleep(for: .seconds(ship.seconds))
            await quay.leave(freeing: ship.places)
          }
          tasks.withLock { $0.append(task) }
          await Bubble.settle()  // so that the ships come in this order
        }
        for task in tasks.withLock({ $0 }) { try await task.value }

        let times = zip(log.entries, log.times).sorted { $0.0 < $1.0 }.map(\.1)
        try #require(
          times == begins.seconds,
          """
          a quay of \(counted(places, "place")); ships take \(ships.map(\.places)) places for \
          \(ships.map(\.seconds)) s, and come in this order. They should moor after \(begins) s, and \
          moored after \(times.map { $0.inMilliseconds / 1_000 }) s. Each moors when all before it have \
          moored and its places are free, and not later
          """)
        let after = try await freePlaces(at: quay, of: places)
        try #require(
          after == places, "all ships have left: expected \(places) free places. Free: \(after)")
      }
    }
    try await bubble(.count(1)) {
      let quay = Quay(places: crowd)
      let log = Log<Int>()
      let mooring = Task {
        for number in 1...crowd {
          try await quay.moor()
          log.note(number)
        }
      }
      await Bubble.settle()
      let count = log.entries.count
      mooring.cancel()
      _ = await mooring.result
      try #require(
        count == crowd,
        "\(crowd) ships come to an empty quay with a place for each: \(count) moored at once")
    }
    try await bubble(.count(1)) {
      let quay = Quay(places: crowd)
      let log = Log<String>()
      try await quay.moor(taking: crowd)
      let ships = (1...crowd).map { ship("ship \($0)", taking: 1, at: quay, log) }
      await Bubble.settle()

      let early = log.entries.count
      try #require(early == 0, "the quay is full: expected \(crowd) ships to wait; \(early) moored")
      await quay.leave(freeing: crowd)
      await Bubble.settle()
      let count = log.entries.count
      try #require(
        count == crowd,
        """
        \(crowd) ships wait for a place each, and \(crowd) places became free at once: expected all of \
        them to moor; \(count) did
        """)
      await quay.leave(freeing: crowd)
      let after = try await freePlaces(at: quay, of: crowd)
      try #require(after == crowd, "all \(crowd) places should be free. Free: \(after)")
      for ship in ships { _ = await ship.value }
    }
  }

  @Test func `a later ship never passes one that waits`() async throws {
    try await bubble {
      let quay = Quay(places: 3)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      for (name, places) in [("Auk", 2), ("Booby", 1), ("Coot", 3), ("Dove", 1)] {
        ship(name, taking: places, at: quay, log)
        await Bubble.settle()
      }
      try #require(
        log.entries == [],
        """
        2 of 3 places are taken. The Auk waits for 2, and the Booby, which needs 1, should wait behind \
        it, although it would fit
        """)

      await quay.leave(freeing: 2)
      await Bubble.settle()
      try #require(
        Set(log.entries) == ["Auk moors", "Booby moors"],
        """
        2 places become free, and 1 was free before. The Auk needs 2 and the Booby 1: both should moor, and \
        the Coot, which needs 3, should wait
        """)

      // A ship leaves, and wants to come back in the next moment.
      let back = Task {
        await quay.leave(freeing: 3)
        try await quay.moor()
        log.note("a newcomer moors")
      }
      await Bubble.settle()
      try #require(
        log.entries.dropFirst(2) == ["Coot moors"],
        """
        3 places become free, and the Coot has waited for them: a ship that comes at the same moment \
        should wait behind the Coot and the Dove
        """)
      await quay.leave()
      await Bubble.settle()
      try #require(
        log.entries.dropFirst(3) == ["Dove moors"],
        "1 place becomes free, and the Dove is the next one")
      await quay.leave()
      try await back.value
      await quay.leave(freeing: 3)

      let after = try await freePlaces(at: quay, of: 3)
      #expect(after == 3, "all ships have left: 3 places should be free. Free: \(after)")

      try await shipsComeAtTheMomentOfTheTurn()
    }
    try await bubble { try await oneShipGivesUp() }
  }

  /// Lets ships come at the moment when the turn of a waiting ship comes, a few times: only some orders
  /// of that moment show a ship that has its places, but not yet taken them.
  private func shipsComeAtTheMomentOfTheTurn() async throws {
    for _ in 1...6 {
      let quay = Quay(places: 2)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      let auk = ship("Auk", taking: 2, at: quay, log)
      await Bubble.settle()
      let leaving = Task { await quay.leave(freeing: 2) }
      let late = ["Booby", "Coot"].map { ship($0, taking: 1, at: quay, log) }
      await leaving.value
      await Bubble.settle()
      try #require(
        log.entries == ["Auk moors"],
        """
        the Auk waits for both places of a quay. Two more ships come at the moment when the places \
        become free: the Auk came before them. Who holds the places after the Auk's turn has come \
        and before its task runs again?
        """)
      await quay.leave(freeing: 2)
      for task in [auk] + late { _ = await task.value }
    }
  }
  /// Lets one of three waiting ships give up, when the next ship does not fit and the one behind it does.
  private func oneShipGivesUp() async throws {
    for (needs, cancelled) in [([5, 2, 1], 0), ([2, 1, 1], 1), ([2, 1, 1], 2)] {
      let quay = Quay(places: 5)
      let log = Log<String>()
      try await quay.moor(taking: 4)
      var ships: [Task<Bool, Never>] = []
      for (number, places) in needs.enumerated() {
        ships.append(ship("ship \(number)", taking: places, at: quay, log))
        await Bubble.settle()
      }
      ships[cancelled].cancel()
      await Bubble.settle()
      try #require(
        log.entries == ["ship \(cancelled) gives up"],
        """
        1 place is free, ships wait for \(needs) places, and ship \(cancelled) gives up. Now the \
        first ship in the queue needs 2 places; the one behind it needs 1, and should go on waiting
        """)

      for number in (0..<3).filter({ $0 != cancelled }) {
        await quay.leave()
        await Bubble.settle()
        try #require(
          log.entries.last == "ship \(number) moors",
          """
          ships waited for \(needs) places, and ship \(cancelled) gave up. One more place became free: \
          expected ship \(number) to moor
          """)
      }
      for ship in ships { _ = await ship.value }
    }
  }
}
