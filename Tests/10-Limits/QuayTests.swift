import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Synchronization
import Testing

/// A ship with a task of its own: it moors and notes that, or notes that it was cancelled.
@discardableResult
private func ship(
  _ name: String, taking places: Int, at quay: Quay, _ log: Log<String>
) -> Task<Bool, Never> {
  Task {
    do {
      try await quay.moor(taking: places)
      log.note("\(name) moors")
      return true
    } catch {
      log.note(error is CancellationError ? "\(name) gives up" : "\(name) fails: \(error)")
      return false
    }
  }
}

/// Counts the free places by mooring one more small ship than there are places; all leave again.
private func free(_ quay: Quay, of places: Int) async throws -> Int {
  let moored = Log<Void>()
  let departure = Channel<Void>()
  for _ in 0...places {
    Task {
      try await quay.moor()
      moored.note(())
      _ = await departure.receive()
      await quay.leave()
    }
  }
  await Bubble.settle()
  let count = moored.entries.count
  if count > 0 {
    departure.close()
    await Bubble.settle()
  }
  return count
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
      the Auk waits for both places of a quay, and two ships come at the moment when they come free: \
      the Auk came before them. Whose are the places between its turn and its next step?
      """)
    await quay.leave(freeing: 2)
    for task in [auk] + late { _ = await task.value }
  }
}

@Suite("10.6 A permit that can be cancelled", .exercise("10.6"))
struct QuayTests {
  @Test func `ships moor in the order in which they come, each as soon as it fits`() async throws {
    try await bubble {
      var draw = Draw(seed: 106)
      for (places, count) in [(4, 8), (1, 3), (7, 10), (3, 1)] {
        let ships = (0..<count).map { _ in
          (places: draw.number(in: 1...places), seconds: draw.number(in: 1...9))
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
          a quay of \(places) places; ships take \(ships.map(\.places)) places for \
          \(ships.map(\.seconds)) s, and come in this order. They should moor after \(begins) s, and \
          moored after \(times.map { $0.inMilliseconds / 1_000 }) s. Each moors when all before it have \
          moored and its places are free, and not later
          """)
        let after = try await free(quay, of: places)
        try #require(
          after == places, "all ships have left: \(places) places should be free. Free: \(after)")
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
      #expect(
        count == crowd,
        "an empty quay of \(crowd) places, and as many ships come: \(count) of them moored at once")
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
        2 places come free, and 1 was free before. The Auk needs 2 and the Booby 1: both should moor, and \
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
        3 places come free, and the Coot has waited for them: a ship that comes in the same moment should \
        wait behind the Coot and the Dove
        """)
      await quay.leave()
      await Bubble.settle()
      try #require(
        log.entries.dropFirst(3) == ["Dove moors"],
        "1 place comes free, and the Dove is the next one")
      await quay.leave()
      try await back.value
      await quay.leave(freeing: 3)

      let after = try await free(quay, of: 3)
      #expect(after == 3, "all ships have left: 3 places should be free. Free: \(after)")

      try await shipsComeAtTheMomentOfTheTurn()
    }
  }

  @Test func `a cancelled ship gives up at once, and takes no place`() async throws {
    try await bubble {
      for cancelled in 0..<4 {
        let quay = Quay(places: 2)
        let log = Log<String>()
        try await quay.moor(taking: 2)
        var ships: [Task<Bool, Never>] = []
        for number in 0..<4 {
          ships.append(ship("ship \(number)", taking: 1, at: quay, log))
          await Bubble.settle()
        }
        try await Task.sleep(for: .seconds(2))
        ships[cancelled].cancel()
        await Bubble.settle()
        try #require(
          log.entries == ["ship \(cancelled) gives up"] && log.times == [2].seconds,
          """
          four ships wait, and ship \(cancelled) is cancelled after 2 s: its `moor` should throw \
          `CancellationError` then, and the others should go on waiting
          """)

        await quay.leave(freeing: 2)
        await Bubble.settle()
        let rest = (0..<4).filter { $0 != cancelled }.map { "ship \($0) moors" }
        try #require(
          Set(log.entries.dropFirst()) == Set(rest.prefix(2)),
          """
          four ships waited, ship \(cancelled) was cancelled, and then 2 places came free: the next two \
          of the others should moor
          """)
        await quay.leave()
        await Bubble.settle()
        try #require(
          log.entries.last == rest.last && log.entries.count == 4,
          "one more place came free: it should go to the last ship that waits")

        await quay.leave(freeing: 2)
        let after = try await free(quay, of: 2)
        try #require(after == 2, "all ships have left: 2 places should be free. Free: \(after)")
      }
    }
  }

  @Test func `a ship that is cancelled before it comes does not wait`() async throws {
    try await bubble {
      let quay = Quay(places: 2)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      let late = ship("Auk", taking: 1, at: quay, log)
      late.cancel()
      await Bubble.settle()
      try #require(
        log.entries == ["Auk gives up"],
        """
        the task of the Auk was cancelled before it called `moor`, and no place is free: `moor` should \
        throw at once. The handler of a cancellation may run before the ship is in the queue
        """)

      // The task that gives back is cancelled, too: the places come free all the same.
      let leaving = Task { await quay.leave(freeing: 2) }
      leaving.cancel()
      await leaving.value
      let after = try await free(quay, of: 2)
      try #require(
        after == 2,
        "the places of a ship that leaves should come free, even if its task is cancelled. Free: \(after) of 2"
      )

      // There are places: it may take them, or not.
      let either = ship("Booby", taking: 2, at: quay, log)
      either.cancel()
      let isMoored = await either.value
      if isMoored { await quay.leave(freeing: 2) }
      let left = try await free(quay, of: 2)
      #expect(
        left == 2,
        """
        a cancelled ship found two free places, and \(isMoored ? "moored and left" : "gave up"): both \
        should be free after that. Free: \(left)
        """)
    }
  }

  @Test func `when the first ship gives up, those behind it may moor`() async throws {
    try await bubble {
      let quay = Quay(places: 5)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      let large = ship("Auk", taking: 5, at: quay, log)
      await Bubble.settle()
      for (name, places) in [("Booby", 2), ("Coot", 1), ("Dove", 1)] {
        ship(name, taking: places, at: quay, log)
        await Bubble.settle()
      }
      try await Task.sleep(for: .seconds(3))
      try #require(
        log.entries == [], "the Auk needs 5 places and 3 are free: all ships should wait")

      large.cancel()
      await Bubble.settle()
      try #require(
        Set(log.entries) == ["Auk gives up", "Booby moors", "Coot moors"]
          && Bubble.elapsed == .seconds(3),
        """
        3 places are free, and only the Auk, the first in the queue, did not fit. It was cancelled after \
        3 s: the Booby and the Coot, which need 2 and 1, should moor then. Who looks at the queue?
        """)

      await quay.leave(freeing: 5)
      await Bubble.settle()
      try #require(log.entries.last == "Dove moors", "5 places came free, and the Dove needs 1")
      await quay.leave()
      let after = try await free(quay, of: 5)
      #expect(after == 5, "all ships have left: 5 places should be free. Free: \(after)")
    }
  }

  @Test func `cancelled while places come free, none is lost or invented`() async throws {
    try await bubble {
      for order in ["cancel, then leave", "leave, then cancel", "two tasks"] {
        let quay = Quay(places: 2)
        let log = Log<String>()
        try await quay.moor(taking: 2)
        let first = ship("Auk", taking: 2, at: quay, log)
        await Bubble.settle()
        let second = ship("Booby", taking: 1, at: quay, log)
        await Bubble.settle()

        switch order {
        case "cancel, then leave":
          first.cancel()
          await quay.leave(freeing: 2)
        case "leave, then cancel":
          await quay.leave(freeing: 2)
          first.cancel()
        default:
          let leaving = Task { await quay.leave(freeing: 2) }
          let cancelling = Task { first.cancel() }
          await leaving.value
          await cancelling.value
        }
        await Bubble.settle()

        let isMoored = log.entries.contains("Auk moors")
        try #require(
          isMoored || log.entries.contains("Auk gives up"),
          "the Auk was cancelled when its places came free: it should moor or give up, and still waits"
        )
        if isMoored {
          try #require(
            !log.entries.contains("Booby moors"),
            "the Auk has both places, so the Booby should wait")
          await quay.leave(freeing: 2)
          await Bubble.settle()
        }
        try #require(
          log.entries.contains("Booby moors"),
          """
          two places came free when the Auk was cancelled (\(order)), and it \
          \(isMoored ? "moored and left" : "gave up"): the Booby, which waits behind it, should moor
          """)
        _ = await (first.value, second.value)
        await quay.leave()
        let after = try await free(quay, of: 2)
        try #require(
          after == 2,
          """
          two places came free when the Auk was cancelled (\(order)), and it \
          \(isMoored ? "moored" : "gave up"). When all had left, 2 places should be free. Free: \(after)
          """)
      }
    }
  }

  @Test func `many ships, many of them cancelled, and every place comes back`() async throws {
    try await bubble {
      var draw = Draw(seed: 1_060)
      let quay = Quay(places: 5)
      let taken = Log<Int>()
      var tasks: [(task: Task<Void, Never>, cancelled: Int)] = []
      for _ in 1...16 {
        let places = draw.number(in: 1...5)
        let (arrival, stay) = (draw.number(in: 0...3), draw.number(in: 1...3))
        let task = Task {
          await sleepThrough(.seconds(arrival))
          guard (try? await quay.moor(taking: places)) != nil else { return }
          taken.note(places)
          await sleepThrough(.seconds(stay))
          taken.note(-places)
          await quay.leave(freeing: places)
        }
        // Most of them at the very second in which others leave.
        tasks.append((task, draw.number(in: 0...12)))
      }
      for second in 0...8 {
        for (task, cancelled) in tasks where cancelled == second { task.cancel() }
        try await Task.sleep(for: .seconds(1))
      }
      for (task, _) in tasks { await task.value }

      var inUse = 0
      let most =
        taken.entries.map { change in
          inUse += change
          return inUse
        }.max() ?? 0
      try #require(most <= 5, "ships had \(most) places at the same time, at a quay of 5")
      let after = try await free(quay, of: 5)
      #expect(
        after == 5,
        "16 ships came, some were cancelled, and all have left: 5 places should be free. Free: \(after)"
      )
    }
  }
}
